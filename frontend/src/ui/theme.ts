/** Light or dark: the person's choice, else the area's own, else what the device prefers. */
import { useEffect } from "react";
import { createStore } from "@/lib/store";

export type Theme = "light" | "dark";
export type ThemeChoice = Theme | "auto";

const key = "pitlane.theme";

function read(): ThemeChoice {
  const held = localStorage.getItem(key);
  return held === "light" || held === "dark" ? held : "auto";
}

export const themeChoice = createStore<ThemeChoice>(read());

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === "auto") localStorage.removeItem(key);
  else localStorage.setItem(key, choice);
  themeChoice.set(choice);
}

function show(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}

/** Show the chosen theme while an area is on screen; `own` is what the area looks like when nobody chose. */
export function useAreaTheme(own?: Theme): void {
  useEffect(() => {
    const apply = () => show(themeChoice.get() === "auto" ? own : (themeChoice.get() as Theme));
    apply();
    return themeChoice.subscribe(apply);
  }, [own]);
}
