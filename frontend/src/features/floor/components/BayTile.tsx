import type { ReactNode } from "react";
import type { WorkState } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Bar } from "@/ui/Bar";
import { StateIcon } from "@/ui/icons";
import { durationText, Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { Card, Tile } from "../model/wall";
import { wordOf } from "./words";

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
  const word = card ? wordOf(card, t) : t("floor.free");
  return (
    <section aria-label={bay.name} className="flex min-h-0 flex-col overflow-hidden rounded-[1.125rem] border bg-surface">
      <header className={cx("flex h-21 flex-none items-center gap-4.5 px-6.5 text-[2.25rem] font-bold", heads[state])}>
        <b className="text-[3.5rem] leading-none">{sign}</b>
        <StateIcon state={state} size={36} className="size-9 flex-none" />
        <span className={cx("line-clamp-2 min-w-0 flex-1 leading-[1.2] text-balance", word.length > 14 && "text-[1.75rem]")}>{word}</span>
        <Remaining card={card} />
      </header>
      {card ? (
        <Tint by={card.job.version} className="flex min-h-0 flex-1 flex-col">
          <Vehicle card={card} />
        </Tint>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-3 px-6.5 py-5">
          {next && <p className="text-[1.75rem] leading-none font-semibold text-muted">{t("floor.next")}</p>}
          {next && <Who plate={next.vehicle.plate} label={t("floor.arrives")} at={next.scheduled_start} />}
          {next && <p className="line-clamp-2 text-[2.25rem] leading-tight font-semibold">{next.services.map((one) => one.name).join(", ")}</p>}
        </div>
      )}
    </section>
  );
}

/** How long still, or how long over: the word below says which. Nothing when no work is left and the promise holds. */
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

/** The plate, and the moment that matters with what it is. */
function Who({ plate, label, at }: { plate: string; label: string; at: string | undefined }) {
  return (
    <div className="flex flex-none items-center justify-between gap-4">
      <Plate size="wall">{plate}</Plate>
      {at && (
        <span className="flex flex-col items-end gap-1 leading-none">
          <span className="text-[1.375rem] font-semibold text-muted">{label}</span>{" "}
          <Time at={at} className="text-[3.125rem] leading-none font-bold" />
        </span>
      )}
    </div>
  );
}

/** More names than these are counted. */
const NAMES = 2;

function Vehicle({ card }: { card: Card }) {
  const t = useT();
  const { job } = card;
  const share = job.progress.total ? job.progress.done / job.progress.total : 0;
  const people = (job.current?.technician ? [job.current.technician] : job.technicians).map((one) => one.name);
  const note = noteOf(card);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 px-6.5 py-5">
      <Who plate={job.vehicle.plate} label={t("floor.ready_by")} at={job.window?.to} />
      {/* A long note has a line of its own: the name beside it is never cut. */}
      <p className={cx("text-[2.25rem] leading-tight font-semibold", note === "why" ? "line-clamp-1" : "line-clamp-2")}>{job.title}</p>
      <div className="mt-auto flex flex-none flex-wrap items-center gap-x-4 text-[1.875rem] leading-snug">
        <span className="text-muted">
          {people.slice(0, NAMES).join(", ")}
          {people.length > NAMES && ` +${people.length - NAMES}`}
        </span>
        <Note card={card} of={note} />
      </div>
      <Bar share={share} state={card.state} label={t("floor.progress", { done: job.progress.done, total: job.progress.total })} className="h-3! flex-none" />
    </div>
  );
}

/** What the tile says last: since when it waits, also for what when its head does not, or at which step it is. */
function noteOf({ job, said }: Card): "why" | "since" | "step" | null {
  const [hold] = job.holds;
  if (hold) return hold.kind === "approval" || (typeof said === "object" && "hold" in said) ? "since" : "why";
  return job.current && job.stage !== "quality_check" ? "step" : null;
}

function Note({ card: { job, state }, of }: { card: Card; of: ReturnType<typeof noteOf> }) {
  const t = useT();
  const [hold] = job.holds;
  const put = (words: ReactNode, colour: string) => <span className={cx("num ms-auto", colour)}>{words}</span>;
  if (of === "step" && job.current) return put(t("floor.step", { number: job.current.number, of: job.current.of }), "text-muted");
  if (!of || !hold) return null;
  const colour = cx("font-semibold", state === "waiting" ? "text-waiting-text" : "text-blocked-text");
  if (hold.kind === "approval") return put(<>{t("floor.asked")} <Time at={hold.since} /></>, colour);
  return put(<>{of === "why" && `${t(`floor.hold.${hold.kind}`)} `}{t("floor.since")} <Time at={hold.since} /></>, colour);
}
