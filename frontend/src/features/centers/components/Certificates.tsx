import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { skillName } from "@/lib/skills";
import type { Certificate } from "../api/centers";
import { standingOf } from "../model/people";
import { Panel } from "./Panel";
import { StandingPill } from "./StandingPill";
import { dateText } from "./words";

/** The certificates that have expired or are about to, what ends soonest first. */
export function Certificates({ certificates, today }: { certificates: Certificate[]; today: string }) {
  const t = useT();
  const locale = useLocale();
  const pressing = certificates.filter((one) => standingOf(one.expires_on, today) !== "valid");
  if (pressing.length === 0) return null;
  return (
    <Panel title={t("centers.expiring")} text={t("centers.expiring_text")}>
      <ul>
        {pressing.map((one) => (
          <li key={`${one.person_id}${one.number}${one.skill}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t py-2 first:border-0">
            <span className="w-28 shrink-0"><StandingPill standing={standingOf(one.expires_on, today)} /></span>
            <span className="num w-32 shrink-0">{dateText(one.expires_on, locale)}</span>
            <Link to={`/admin/centre/staff/${one.person_id}`} className="min-w-32 font-semibold text-accent">{one.person}</Link>
            <span className="min-w-0 flex-1">{one.name}<span className="text-muted"> · {one.number} · {skillName(one.skill)}</span></span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
