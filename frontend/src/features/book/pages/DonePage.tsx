import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem } from "@/api/problem";
import { exchangeLink, readVisit, visitKey } from "@/api/visits";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useParams } from "@/lib/router";
import { readerZone, ZoneContext, zonesDiffer } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { socket } from "@/live/hub";
import { useMe } from "@/live/me";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { StateIcon } from "@/ui/icons";
import { LiveDot } from "@/ui/LiveDot";
import { LiveState } from "@/ui/LiveState";
import { Money, Time, ZoneNote } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { Skeleton } from "@/ui/Skeleton";
import { makeLink } from "../api/book";
import { Planned } from "../components/Planned";

/** What became of a booking, live: what, when, where, and what can still be done with it. */
export function DonePage() {
  const { id = "" } = useParams();
  return useMe() ? <Result id={id} byLink={false} follow={`/visit/${id}`} /> : <ByLink id={id} />;
}

/** Without an account the visit is opened by its own link, which this browser may make. */
function ByLink({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ["own-link", id],
    queryFn: async () => {
      const path = await makeLink(id);
      await exchangeLink(path.split("/").at(-1)!);
      return path;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (data) socket.restart();
  }, [data]);
  if (data) return <Result id={id} byLink follow={data} />;
  if (error) return <EmptyState page kind={asProblem(error).passing ? "offline" : "no-permission"} className="my-auto" />;
  return <Skeleton className="p-6" />;
}

function Result({ id, byLink, follow }: { id: string; byLink: boolean; follow: string }) {
  const live = useLiveDocument(visitKey(id, byLink), () => readVisit(id, byLink));
  return <LiveState live={live}>{(visit) => <Told visit={visit} byLink={byLink} follow={follow} />}</LiveState>;
}

function Told({ visit, byLink, follow }: { visit: VisitDocument; byLink: boolean; follow: string }) {
  const t = useT();
  const { appointment, center } = visit;
  const { status, vehicle } = appointment;
  const say = status === "confirmed" || status === "requested" || status === "proposed" ? status : "other";
  return (
    <ZoneContext.Provider value={center.zone}>
      <div className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-5 px-4 py-6">
        <header className="rounded-md border bg-raised p-5">
          <div className="flex items-center justify-between gap-3">
            <span className="num text-sm text-muted">{appointment.number}</span>
            <LiveDot />
          </div>
          <Tint by={`${status} ${appointment.scheduled_start}`} className="mt-1 rounded-sm">
            <h1 className="flex items-center gap-2.5 text-2xl">
              <StateIcon state={say === "confirmed" ? "done" : say === "other" ? "queued" : "waiting"} size={24} className={cx("shrink-0", say === "confirmed" ? "text-done-text" : "text-waiting-text")} />
              {t(`plan.done.${say}`)}
            </h1>
            {say === "confirmed" && <p className="mt-2 text-3xl leading-tight font-bold tracking-tight"><Time at={appointment.scheduled_start} show="day-time" /></p>}
            {say === "confirmed" && <p className="text-sm text-muted">{zonesDiffer(appointment.scheduled_start, center.zone, readerZone()) ? <Time at={appointment.scheduled_start} label /> : <ZoneNote />}</p>}
          </Tint>
          <p className="mt-3 font-semibold">{center.name}</p>
          <p>{[center.address, center.city].filter(Boolean).join(", ")}</p>
          {center.phone && <a href={`tel:${center.phone}`} className="num inline-flex min-h-12 items-center font-semibold">{center.phone}</a>}
          <ul className="mt-2 border-t pt-3">
            {appointment.services.map((line) => (
              <li key={line.id} className="flex items-baseline justify-between gap-4"><span>{line.name}</span> <Money of={line.price} /></li>
            ))}
          </ul>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            {vehicle.plate && <Plate>{vehicle.plate}</Plate>} <span className="text-sm text-muted">{`${vehicle.make} ${vehicle.model}`}</span>
          </p>
          {say === "confirmed" && appointment.loaner && <p className="mt-2 text-sm">{t("plan.with_loaner")}: {appointment.loaner.name}</p>}
        </header>
        <Planned visit={visit} byLink={byLink} />
        <ButtonLink to={follow} tone="primary">{t("plan.follow")}</ButtonLink>
        <p className="text-sm text-pretty text-muted">{t(byLink ? "plan.follow_link" : "plan.follow_own")}</p>
      </div>
    </ZoneContext.Provider>
  );
}
