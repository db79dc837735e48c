/** A reading as it is typed, and how it stands to its limits. Pure. */

export type Limits = { unit: string; min: number | null; max: number | null };
export type Typed = { value: number | null; side: "low" | "high" | null };

/**
 * What was typed as a number; a comma counts as a point. Null while it is not a number (yet), has more digits than are
 * kept (nine and three), or is below zero where nothing can be.
 */
export function typed(text: string, limits: Limits): Typed {
  const plain = text.trim().replace(",", ".");
  const signed = limits.min === null || limits.min < 0;
  const value = /^-?(\d{1,9}(\.\d{0,3})?|\.\d{1,3})$/.test(plain) && (signed || !plain.startsWith("-")) ? Number(plain) : null;
  if (value === null) return { value, side: null };
  if (limits.min !== null && value < limits.min) return { value, side: "low" };
  if (limits.max !== null && value > limits.max) return { value, side: "high" };
  return { value, side: null };
}

/** The text after a key of the number pad. */
export function press(text: string, key: string): string {
  if (key === "back") return text.slice(0, -1);
  if (key === "sign") return text.startsWith("-") ? text.slice(1) : `-${text}`;
  if (key === ".") return text.includes(".") ? text : `${text === "" || text === "-" ? `${text}0` : text}.`;
  return text === "0" ? key : text === "-0" ? `-${key}` : text + key;
}
