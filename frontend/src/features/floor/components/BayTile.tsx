import type { WallJob, WorkState } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT, type Translate } from "@/lib/i18n";
import { Bar } from "@/ui/Bar";
import { StateIcon } from "@/ui/icons";
import { durationText, Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { Card, Tile } from "../model/wall";

const heads: Record<WorkState, string> = {
  queued: "border-b",
  progress: "bg-progress text-progress-ink",
  waiting: "bg-waiting text-waiting-ink",
  blocked: "bg-blocked text-blocked-ink",
  done: "bg-done text-done-ink",
};

/** One bay: its number, what happens there, how long still, and why it waits if it does. */
export function BayTile({ tile }: { tile: Tile }) {
  const { bay, sign, card, next } = tile;
  const t = useT();
  const state = card?.state ?? "queued";
  return (
    <section aria-label={bay.name} className="flex min-h-0 flex-col overflow-hidden rounded-[1.125rem] border bg-surface">
      <header className={cx("flex h-21 flex-none items-center gap-4.5 px-6.5 text-[2.25rem] font-bold", heads[state])}>
        <b className="text-[3.5rem] leading-none">{sign}</b>
        <StateIcon state={state} size={36} className="size-9 flex-none" />
        <span className="min-w-0 flex-1 truncate">{card ? wordOf(card, t) : t("floor.free")}</span>
        <Remaining card={card} />
      </header>
      {card ? (
        <Tint by={card.job.version} className="flex min-h-0 flex-1 flex-col">
          <Vehicle card={card} />
        </Tint>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-3.5 px-6.5 py-6">
          {next && <p className="text-[1.75rem] leading-none font-semibold text-muted">{t("floor.next")}</p>}
          {next && (
            <div className="flex items-center justify-between gap-4">
              <Plate size="wall">{next.vehicle.plate}</Plate>
              <Time at={next.scheduled_start} className="text-[3.125rem] leading-none font-bold" />
            </div>
          )}
          {next && <p className="line-clamp-2 text-[2.375rem] leading-tight font-semibold">{next.services.map((one) => one.name).join(", ")}</p>}
        </div>
      )}
    </section>
  );
}

function wordOf(card: Card, t: Translate): string {
  const { job } = card;
  if (card.late > 0) return t("state.late");
  if (job.holds.some((hold) => hold.kind === "approval") || job.stage === "awaiting_decision") return t("floor.needs_approval");
  if (job.state === "blocked") return t("state.blocked");
  if (job.state === "waiting") return t("state.waiting");
  return t(`floor.stage.${job.stage}`);
}

/** How long still, or how long over: the number says which. Nothing when no work is left and the promise holds. */
function Remaining({ card }: { card: Card | null }) {
  const t = useT();
  const minutes = card && (card.late || card.left);
  if (!card || !minutes) return null;
  return (
    <span className="num flex flex-none flex-col items-end leading-none">
      {durationText(minutes, t)}{" "}
      <span className="text-[1.375rem] font-semibold">{t(card.late > 0 ? "floor.over" : "floor.left")}</span>
    </span>
  );
}

function Vehicle({ card }: { card: Card }) {
  const t = useT();
  const { job } = card;
  const share = job.progress.total ? job.progress.done / job.progress.total : 0;
  const people = job.current?.technician ? [job.current.technician] : job.technicians;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5 px-6.5 py-6">
      <div className="flex items-center justify-between gap-4">
        <Plate size="wall">{job.vehicle.plate}</Plate>
        {job.window && <Time at={job.window.to} className="text-[3.125rem] leading-none font-bold" />}
      </div>
      <p className="line-clamp-2 text-[2.375rem] leading-tight font-semibold">{job.title}</p>
      <div className="mt-auto flex items-center gap-4 text-[1.875rem]">
        <span className="min-w-0 truncate text-muted">{people.map((one) => one.name).join(", ")}</span>
        <Note job={job} className={card.state === "waiting" ? "text-waiting-text" : "text-blocked-text"} />
      </div>
      <Bar share={share} state={card.state} label={t("floor.progress", { done: job.progress.done, total: job.progress.total })} className="h-3!" />
    </div>
  );
}

/** What the tile has to say last; a name gives way to why the work waits and since when. */
function Note({ job, className }: { job: WallJob; className: string }) {
  const t = useT();
  const [hold] = job.holds;
  if (hold) {
    return (
      <span className={cx("ms-auto max-w-full shrink-0 truncate font-semibold", className)}>
        {t(`floor.hold.${hold.kind}`)} <Time at={hold.since} />
      </span>
    );
  }
  if (!job.current || job.stage === "quality_check") return null;
  return <span className="num ms-auto shrink-0 text-muted">{t("floor.step", { number: job.current.number, of: job.current.of })}</span>;
}
