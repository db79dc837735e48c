import { useEffect, useRef } from "react";

/** When a drawer is closed, the focus returns to the card it was opened from. */
export function useFocusBack(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    const from = before.current;
    before.current = pathname;
    if (pathname !== "/board" || from === pathname || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`a[id^="card-"][href="${CSS.escape(from)}"]`)?.focus({ preventScroll: true });
  }, [pathname]);
}
