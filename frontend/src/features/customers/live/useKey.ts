import { useRef } from "react";
import { uuid } from "@/lib/uuid";

/** The key under which something is sent: the same while the same is sent again, so that a repeated try has one effect. */
export function useKey(): (body: unknown) => string {
  const last = useRef({ text: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: uuid() };
    return last.current.key;
  };
}
