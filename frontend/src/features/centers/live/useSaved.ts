import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useT } from "@/lib/i18n";
import { toast } from "@/ui/toasts";
import { centerKey, type Unserved } from "../api/centers";

/** Where the list of visits left outside stands on the page. */
export const OUTSIDE = "left-outside";

/**
 * After a save: read the centre again, then say that it is saved and how many visits it leaves outside. `undo` takes it back;
 * what is left outside is on the page as well, so that undo has the toast.
 */
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
      const show = { label: t("centers.show"), run: () => document.getElementById(OUTSIDE)?.focus() };
      toast(text, back ? { action: back } : count > 0 ? { action: show } : {});
    },
    [t, client, center],
  );
}
