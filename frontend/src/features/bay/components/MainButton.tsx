import { useRef } from "react";
import { Button } from "@/ui/Button";

/**
 * The one large button of a bay screen. What is done is what was under the finger when it came down, even when the
 * label has changed since; the second press of a double press does nothing.
 */
export function MainButton({ label, onPress }: { label: string; onPress: () => void }) {
  const pressed = useRef<(() => void) | null>(null);
  return (
    <Button
      tone="primary"
      size="main"
      wide
      onPointerDown={() => {
        pressed.current = onPress;
      }}
      onClick={(event) => {
        const act = pressed.current ?? onPress;
        pressed.current = null;
        if (event.detail < 2) act();
      }}
      className="text-pretty max-sm:text-xl"
    >
      {label}
    </Button>
  );
}
