import { Link } from "@/lib/router";
import { skillName } from "@/lib/skills";
import { Duration, Money } from "@/ui/moments";
import type { SoldService } from "../api/services";
import { Lacks } from "./Lacks";

/** A service in the list: what it costs and takes, and what of that is not here. */
export function SoldRow({ service }: { service: SoldService }) {
  const needs = [service.bay_kind, ...service.skills, ...service.tools].filter(Boolean).map(skillName).join(" · ");
  return (
    <li className="relative -mx-2 flex flex-col gap-1 rounded-sm border-t px-2 py-2.5 first:border-0 hover:bg-surface">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_6rem_8rem]">
        <Link to={`/admin/centre/services/${service.id}`} className="font-semibold text-ink no-underline after:absolute after:inset-0">{service.name}</Link>
        <span className="min-w-0 text-muted max-sm:order-3">{needs}</span>
        <span className="num text-end whitespace-nowrap text-muted max-sm:order-4"><Duration minutes={service.estimated_duration} /></span>
        <Money of={service.base_price} className="text-end font-semibold whitespace-nowrap" />
      </div>
      {service.is_active && <Lacks lacks={service.lacks} />}
    </li>
  );
}
