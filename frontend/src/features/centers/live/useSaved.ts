import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useT } from "@/lib/i18n";
import { createStore } from "@/lib/store";
import { toast } from "@/ui/toasts";
import { centerKey, type Unserved } from "../api/centers";

/** How many saves left visits outside that were not before: the list of them is brought into view after each. */
export const leaving = createStore(0);

/** After a save: read the centre again, then say that it is saved and how many visits it leaves outside. `undo` takes it back. */
export function useSaved(center: string): (words?: string, undo?: () => Promise<unknown>) => Promise<void> {
  const t = useT();
  const client = useQueryClient();
  return useCallback(
    async (words = t("saved"), undo) => {
      const outside = () => new Set((client.getQueryData<Unserved[]>(centerKey(center, "unserved")) ?? []).map((one) => one.appointment.id));
      const before = outside();
      await client.invalidateQueries({ queryKey: centerKey(center) });
      const count = [...outside()].filter((id) => !before.has(id)).length;
      const text = count > 0 ? t("centers.saved_outside", { words, count }) : words;
      const back = undo && { label: t("undo"), run: () => void undo().finally(() => client.invalidateQueries({ queryKey: centerKey(center) })) };
      toast(text, back ? { action: back } : {});
      if (count > 0) leaving.set((held) => held + 1);
    },
    [t, client, center],
  );
}
