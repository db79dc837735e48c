import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useLocale, useT } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { dateTime, readerZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { removeScreen, screensKey, type Screen } from "../api/screens";

/** A paired screen. Taking it away asks nothing: it shows a new code at once and can be paired again. */
export function ScreenRow({ screen }: { screen: Screen }) {
  const t = useT();
  const locale = useLocale();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const name = screen.name || t("desk.screens.unnamed");
  const remove = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await removeScreen(screen.id, uuid());
      toast(t("desk.screens.removed", { name }));
      await cache.invalidateQueries({ queryKey: screensKey(screen.center_id) });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="border-t py-3 first:border-0">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="truncate font-semibold">{name}</p>
          <p className="num text-muted">{t("desk.screens.since", { when: dateTime(screen.paired_at, readerZone(), locale) })}</p>
        </div>
        <Button tone="danger" busy={busy} onClick={() => void remove()}>
          {t("desk.screens.remove")} <span className="sr-only">{name}</span>
        </Button>
      </div>
      {problem && <div className="mt-2"><ProblemNote problem={problem} /></div>}
    </li>
  );
}
