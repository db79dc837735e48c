import type { Appointment } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { StateIcon } from "@/ui/icons";
import { Money, NearTime } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { Card, JobCard } from "../model/board";
import { markOf } from "../model/mark";
import { MarkPill } from "./MarkPill";

export const addressOf = (card: Card): string => (card.kind === "visit" ? `/board/arrivals/${card.visit.id}` : `/board/jobs/${card.job.id}`);
export const titleOf = (visit: Appointment): string => visit.services.map((one) => one.name).join(", ");

/** One visit on the board; the whole card is the link to its drawer. */
export function BoardCard({ card, now, open, tabbable, onFocus }: { card: Card; now: number; open: boolean; tabbable: boolean; onFocus: () => void }) {
  const thing = card.kind === "visit" ? card.visit : card.job;
  return (
    <Tint by={`${card.kind} ${thing.version}`} className="rounded-md">
      <Link
        to={addressOf(card)}
        id={`card-${card.key}`}
        tabIndex={tabbable ? 0 : -1}
        aria-current={open || undefined}
        onFocus={onFocus}
        className={cx(
          "flex scroll-mt-9 scroll-mb-3.5 flex-col gap-1.5 rounded-md border bg-raised px-2 py-2.5 text-ink no-underline transition-colors hover:border-control focus-visible:rounded-md",
          open && "border-accent! inset-ring inset-ring-accent",
        )}
      >
        <span className="flex"><Plate size="xs">{thing.vehicle.plate || `${thing.vehicle.make} ${thing.vehicle.model}`}</Plate></span>
        <span className="flex items-start gap-1.5">
          <span className="line-clamp-4 min-w-0 flex-1 leading-snug font-semibold break-words hyphens-auto">{card.kind === "visit" ? titleOf(card.visit) : card.job.title}</span>
          <Due card={card} />
        </span>
        <span className="flex items-baseline justify-between gap-2 text-xs leading-4.5 text-muted">
          <span className="min-w-0 break-words">{thing.customer.name}</span>
          <Aside card={card} />
        </span>
        <span className="flex"><MarkPill mark={markOf(card, now)} /></span>
        {card.kind === "visit" && <Comes visit={card.visit} />}
        {card.kind === "job" && <Why card={card} />}
      </Link>
    </Tint>
  );
}

/** The time it is promised for; what is at risk says so by a sign as well. */
function Due({ card }: { card: Card }) {
  const t = useT();
  if (card.kind === "visit") return card.visit.estimated_completion ? <NearTime at={card.visit.estimated_completion} className="max-w-18 text-end leading-snug font-semibold" /> : null;
  const { job, standing } = card;
  if (!job.window) return null;
  const risk = standing.kind === "late" ? "blocked" : standing.kind === "tight" ? "waiting" : null;
  return (
    <span className={cx("flex items-center gap-1 leading-snug font-semibold", risk === "blocked" && "text-blocked-text", risk === "waiting" && "text-waiting-text")}>
      {risk === "waiting" && <StateIcon state="waiting" size={12} />}
      <span className="sr-only">{t(risk === "waiting" ? "desk.due_tight" : "desk.due")}</span>
      <NearTime at={job.window.to} className="max-w-18 text-end" />
    </span>
  );
}

function Aside({ card }: { card: Card }) {
  if (card.kind === "visit") return card.visit.bay && <span className="shrink-0">{card.visit.bay.name}</span>;
  const { job } = card;
  if (job.column === "deciding") return <Money of={job.total} className="shrink-0" />;
  if (job.column === "ready") return job.ready_at ? <NearTime at={job.ready_at} className="max-w-18 text-end" /> : null;
  return job.bay && <span className="shrink-0">{job.bay.name}</span>;
}

/** Who is expected with it, where that is not its customer. */
function Comes({ visit }: { visit: Appointment }) {
  const t = useT();
  const trip = visit.transports?.find((one) => one.direction === "collect" && (one.status === "planned" || one.status === "under_way" || one.status === "done"));
  return trip ? <span className="text-xs text-pretty text-muted">{t("desk.driven.comes", { driver: trip.driver?.name ?? t("desk.driver") })}</span> : null;
}

/** A late card also says what it waits for. */
function Why({ card: { job, standing } }: { card: JobCard }) {
  const t = useT();
  const [hold] = job.holds;
  if (standing.kind !== "late" || !hold) return null;
  return <span className="truncate text-xs text-muted" title={hold.reason}>{t(`desk.hold.${hold.kind}`)}</span>;
}
