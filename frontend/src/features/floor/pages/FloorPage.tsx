import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { LiveState } from "@/ui/LiveState";
import { floorKey, readFloor } from "../api/floor";
import { Floor } from "../components/Floor";

/** The wall board: every bay at a glance, from 5 m, without a touch. */
export function FloorPage() {
  const center = useCenterId();
  const live = useLiveDocument(floorKey(center), () => readFloor(center));
  return <LiveState live={live}>{(floor) => <Floor floor={floor} />}</LiveState>;
}
