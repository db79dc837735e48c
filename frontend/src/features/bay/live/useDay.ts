import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { queueKey, readQueue } from "../api/bay";

/** The technician's day. A job's page follows it too, so that the way back needs no connection and shows what is so. */
export function useDay() {
  const center = useCenterId();
  return useLiveDocument(queueKey(center), () => readQueue(center));
}
