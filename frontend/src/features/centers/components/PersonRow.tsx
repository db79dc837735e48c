import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { skillName } from "@/lib/skills";
import { Pill } from "@/ui/Pill";
import { worstOf, type Person } from "../model/people";
import { StandingPill } from "./StandingPill";

/** Somebody who works here: roles, flags, skills, and what needs a look. */
export function PersonRow({ person, today, away }: { person: Person; today: string; away: boolean }) {
  const t = useT();
  const { first, roles } = person;
  const worst = worstOf(person, today);
  const does = [...roles.map((one) => t(`centers.role.${one.role}`)), first.lead && t("centers.lead"), first.driver && t("centers.driver")].filter(Boolean).join(", ");
  return (
    <li className="relative -mx-2 grid items-center gap-x-4 gap-y-1 rounded-sm border-t px-2 py-2.5 first:border-0 hover:bg-surface sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_9rem]">
      <span className="min-w-0">
        <Link to={`/admin/centre/staff/${person.id}`} className="font-semibold text-ink no-underline after:absolute after:inset-0">{person.name}</Link>
        <span className="block truncate text-muted">{first.email}</span>
      </span>
      <span className="min-w-0">{does}<span className="block truncate text-muted">{first.skills.map(skillName).join(", ")}</span></span>
      <span className="flex flex-wrap gap-1.5 empty:hidden sm:justify-end">
        {away && <Pill state="waiting">{t("centers.away")}</Pill>}
        {!first.can_sign_in && <Pill state="queued">{t("centers.invited")}</Pill>}
        {worst && worst !== "valid" && <StandingPill standing={worst} />}
      </span>
    </li>
  );
}
