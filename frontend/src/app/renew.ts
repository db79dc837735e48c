/** A page opened before a deploy asks for pieces that are not there any more: load the new page, once. */
const KEY = "pitlane.renewed-at";
const AGAIN_MS = 60_000;

export function renewAfterDeploy(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(KEY));
    if (!navigator.onLine || Date.now() - last < AGAIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
