/** Run work in one tab at a time, where the browser can arrange that. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return await navigator.locks.request(name, async () => await work());
}
