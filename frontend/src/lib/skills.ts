/** A skill as people say it: "hv_safety" is "HV safety", "two_wheeler" is "Two wheeler". */
export function skillName(skill: string): string {
  const [first = "", ...rest] = skill.split("_");
  return [first.length <= 2 ? first.toUpperCase() : first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}
