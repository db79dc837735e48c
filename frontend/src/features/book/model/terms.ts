/** What changing or cancelling costs by what was said when it was booked. Pure. */
import type { Money } from "@/api/things";

/** Whether the moment until which it costs nothing has passed. */
export const isLate = (until: string | null | undefined, now: number): boolean => until != null && Date.parse(until) <= now;

export const costs = (fee: Money): boolean => Number(fee.amount) > 0;
