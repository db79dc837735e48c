/** Lists as people write them, "brakes, tyres". Pure. */

/** The words of a list by comma, semicolon or line, each once. */
export const listOf = (text: string): string[] => [...new Set(text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean))];

export const textOf = (list: readonly (string | undefined)[]): string => list.filter(Boolean).join(", ");
