import { lazy, type ComponentType } from "react";
import { needMessages, type Area } from "@/lib/i18n";

/** A part of the application in its own chunk, shown once its messages are there too. */
export function area<P extends object>(load: () => Promise<{ default: ComponentType<P> }>, ...messages: Area[]) {
  return lazy<ComponentType<P>>(async () => {
    const [loaded] = await Promise.all([load(), needMessages(...messages)]);
    return loaded;
  });
}
