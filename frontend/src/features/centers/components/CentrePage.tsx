import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { DeskBar } from "@/app/shells/DeskShell";
import { runsNetwork } from "@/app/home";
import { cx } from "@/lib/cx";
import { useT, type MessageId } from "@/lib/i18n";
import { Link, useLocation } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { useCenterId, useMe } from "@/live/me";
import { ZoneNote } from "@/ui/moments";
import { centerKey, readCenter, type AdministeredCenter } from "../api/centers";
import { useCenterNews } from "../live/useCenterNews";
import { LeftOutside } from "./LeftOutside";
import { Loaded } from "./Loaded";

const BASE = "/admin/centre";
const MARGIN_PX = 80;
const parts: { path: string; name: MessageId }[] = [
  { path: "", name: "centers.part.about" },
  { path: "/hours", name: "centers.part.hours" },
  { path: "/rules", name: "centers.part.rules" },
  { path: "/bays", name: "centers.part.bays" },
  { path: "/services", name: "centers.part.services" },
  { path: "/staff", name: "centers.part.staff" },
];

/** A part of the centre's administration under the visits that it leaves outside; `children` get the centre. */
export function CentrePage({ children }: { children: (center: AdministeredCenter) => ReactNode }) {
  const t = useT();
  const id = useCenterId();
  useCenterNews(id);
  const query = useQuery({ queryKey: centerKey(id, "whole"), queryFn: () => readCenter(id), enabled: id !== "" });
  return (
    <ZoneContext.Provider value={query.data?.time_zone ?? "UTC"}>
      <DeskBar title={t("nav.admin")} note={query.data && <><span className="truncate">{query.data.name}</span> · <ZoneNote className="text-sm!" /></>} />
      <Parts />
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        <div className="mx-auto flex max-w-240 flex-col gap-4 p-4.5 max-sm:p-3">
          {id !== "" && <LeftOutside center={id} />}
          <Loaded query={query}>{children}</Loaded>
        </div>
      </div>
    </ZoneContext.Provider>
  );
}

/** The parts of the administration, each at an address of its own. */
export function Parts() {
  const t = useT();
  const me = useMe();
  const here = useCenterId();
  const { pathname } = useLocation();
  const shown = [...(here ? parts : []), ...(me && runsNetwork(me) ? [{ path: "/network", name: "centers.part.network" as const }] : [])];
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the bar is longer than the screen: it begins at the part that is open.
    const current = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (bar.current && current) bar.current.scrollLeft = current.offsetLeft - bar.current.offsetLeft - MARGIN_PX;
  }, [pathname]);
  return (
    <nav ref={bar} aria-label={t("centers.parts")} className="flex gap-1 overflow-x-auto border-b px-4.5 max-sm:px-3">
      {shown.map(({ path, name }) => {
        const current = path === "" ? pathname === BASE : pathname.startsWith(BASE + path);
        return (
          <Link
            key={path}
            to={BASE + path}
            aria-current={current ? "page" : undefined}
            className={cx("inline-flex min-h-11 items-center border-b-2 px-2.5 whitespace-nowrap no-underline", current ? "border-accent font-semibold text-ink" : "border-transparent font-medium text-muted hover:text-ink")}
          >
            {t(name)}
          </Link>
        );
      })}
    </nav>
  );
}
