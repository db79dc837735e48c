import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { ago } from "@/lib/ago";
import { useLocale, useT } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { readerZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { removeScreen, screensKey, type Screen } from "../api/screens";

/** A paired screen, as of device time `now`. Taking it away asks nothing: it shows a new code at once and can be paired again. */
export function ScreenRow({ screen, now, onRemoved }: { screen: Screen; now: number; onRemoved: () => void }) {
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
      onRemoved();
      await cache.invalidateQueries({ queryKey: screensKey(screen.center_id) });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="border-t py-3 first:border-0">
      <div className="flex items-center gap-3.5">
        <span className="grid size-9 flex-none place-items-center rounded-sm border bg-surface text-muted"><Sign name="screen" size={18} /></span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{name}</p>
          <p className="num text-muted">
            <time dateTime={screen.paired_at} title={momentText(screen.paired_at, "day-time", readerZone(), locale)}>
              {t("desk.screens.since", { when: ago(screen.paired_at, now, locale) })}
            </time>
          </p>
        </div>
        <Button tone="danger" busy={busy} onClick={() => void remove()}>
          {t("desk.screens.remove")} <span className="sr-only">{name}</span>
        </Button>
      </div>
      {problem && <div className="mt-2"><ProblemNote problem={problem} /></div>}
    </li>
  );
}
