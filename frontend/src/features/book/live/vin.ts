/** A VIN, read by the server: what it says by itself, and whether it can be one. */
import { asProblem, Problem } from "@/api/problem";
import { readVin } from "../api/book";

export const tight = (text: string): string => text.replace(/[\s-]/g, "");

/** Have a typed VIN read before somebody goes on; throws what the server refuses, beside the field. */
export async function checkVin(typed: string): Promise<void> {
  try {
    await readVin(tight(typed));
  } catch (error) {
    const { status, body, fields, retryAfter } = asProblem(error);
    throw new Problem(status, { ...body, fields: fields["vin"] ? { "vehicle.vin": fields["vin"] } : {} }, retryAfter);
  }
}
