import { useEffect, type ReactNode } from "react";
import { useAreaTheme } from "@/ui/theme";

/**
 * A screen read from 5 m: dark unless chosen otherwise, nothing to touch. One rem is 16 px on a 1920 x 1080 screen and
 * grows with the screen, so sizes are written once.
 */
export function WallShell({ children }: { children: ReactNode }) {
  useAreaTheme("dark");
  useEffect(() => {
    const root = document.documentElement;
    root.style.fontSize = "clamp(8px, min(0.8333vw, 1.4815vh), 48px)";
    return () => {
      root.style.fontSize = "";
    };
  }, []);
  return <main id="content" className="flex h-dvh flex-col overflow-hidden">{children}</main>;
}
