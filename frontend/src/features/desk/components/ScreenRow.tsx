import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useLocale, useT } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { dateTime, readerZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { removeScreen, screensKey, type Screen } from "../api/screens";

/** A paired screen; taking it away asks once, for the wall goes dark. */
export function ScreenRow({ screen }: { screen: Screen }) {
  const t = useT();
  const locale = useLocale();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const name = screen.name || t("desk.screens.unnamed");
  const remove = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await removeScreen(screen.id, uuid());
      await cache.invalidateQueries({ queryKey: screensKey(screen.center_id) });
      toast(t("desk.screens.removed", { name }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <li className="flex items-center justify-between gap-4 border-t py-3 first:border-0">
      <div className="min-w-0">
        <p className="truncate font-semibold">{name}</p>
        <p className="num text-muted">{t("desk.screens.since", { when: dateTime(screen.paired_at, readerZone(), locale) })}</p>
      </div>
      <Button tone="danger" onClick={() => setAsking(true)}>
        {t("desk.screens.remove")} <span className="sr-only">{name}</span>
      </Button>
      {asking && (
        <Dialog title={t("desk.screens.remove_title", { name })} onClose={() => setAsking(false)}>
          <p className="text-pretty">{t("desk.screens.remove_text")}</p>
          {problem && <div className="mt-3"><ProblemNote problem={problem} /></div>}
          <div className="mt-5 flex justify-end gap-2">
            <Button tone="quiet" onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button tone="danger" busy={busy} onClick={() => void remove()}>{t("desk.screens.remove")}</Button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
