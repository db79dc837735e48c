import { useMemo, useState } from "react";
import { useT } from "@/lib/i18n";
import { createStore, useStore } from "@/lib/store";
import { useDeedKeys, useOfferedDeeds, type Deed } from "./deeds";
import { KeyList } from "./KeyList";
import { Palette } from "./Palette";

const open = createStore<"palette" | "keys" | null>(null);

/** Open the palette from a button ("Search or do"). */
export const openPalette = (): void => open.set("palette");

/** The palette and the list of keys of a shell; also what makes the keys work. */
export function KeyboardHelp() {
  const t = useT();
  const shown = useStore(open);
  const offered = useOfferedDeeds();
  const [own] = useState({ palette: () => open.set("palette"), keys: () => open.set("keys") });
  const deeds = useMemo<Deed[]>(
    () => [
      ...offered,
      { id: "palette", label: t("keys.palette"), keys: "mod+k", run: own.palette },
      { id: "keys", label: t("keys.help"), keys: "?", run: own.keys },
    ],
    [offered, t, own],
  );
  useDeedKeys(deeds);
  const close = () => open.set(null);
  if (shown === "palette") return <Palette deeds={deeds.filter((deed) => deed.id !== "palette")} onClose={close} />;
  if (shown === "keys") return <KeyList deeds={deeds} onClose={close} />;
  return null;
}
