import { useQuery } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { Link, useParams } from "@/lib/router";
import { EmptyState } from "@/ui/EmptyState";
import { Sign } from "@/ui/icons";
import { centerKey, readAbsences, readPeople, readShifts, type AdministeredCenter } from "../api/centers";
import { Absences } from "../components/Absences";
import { CentrePage } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Panel } from "../components/Panel";
import { PinForm } from "../components/PinForm";
import { ProfileForm } from "../components/ProfileForm";
import { Roles } from "../components/Roles";
import { ShiftsForm } from "../components/ShiftsForm";
import { peopleOf } from "../model/people";

/** Somebody who works here: profile, shifts, absences, roles, PIN. */
export function PersonPage() {
  const { id = "" } = useParams();
  return <CentrePage>{(center) => <Person key={id} center={center} id={id} />}</CentrePage>;
}

function Person({ center, id }: { center: AdministeredCenter; id: string }) {
  const t = useT();
  const people = useQuery({ queryKey: centerKey(center.id, "people"), queryFn: () => readPeople(center.id) });
  const shifts = useQuery({ queryKey: centerKey(center.id, "shifts"), queryFn: () => readShifts(center.id) });
  const absences = useQuery({ queryKey: centerKey(center.id, "absences"), queryFn: () => readAbsences(center.id) });
  return (
    <>
      <Link to="/admin/centre/staff" className="inline-flex min-h-9 items-center gap-2 self-start font-semibold text-ink no-underline"><Sign name="back" /> {t("centers.part.staff")}</Link>
      <Loaded query={people}>
        {(held) => {
          const person = peopleOf(held).find((one) => one.id === id);
          if (!person) return <EmptyState kind="empty" title={t("centers.nobody")}>{t("centers.nobody_text")}</EmptyState>;
          return (
            <>
              <h2 className="-mb-1 text-xl">{person.name}</h2>
              <Panel title={t("centers.profile")} text={t("centers.profile_text")}><ProfileForm center={center} person={person} /></Panel>
              <Panel title={t("centers.shifts")} text={t("centers.shifts_text")}>
                <Loaded query={shifts}>{(rows) => <ShiftsForm center={center.id} person={id} shifts={rows.filter((one) => one.person_id === id)} />}</Loaded>
              </Panel>
              <Loaded query={absences}>{(rows) => <Absences center={center} person={id} absences={rows.filter((one) => one.person_id === id)} />}</Loaded>
              <div className="grid items-start gap-4 lg:grid-cols-2">
                <Roles center={center.id} person={person} />
                <Panel title={t("centers.pin")} text={t(person.first.has_pin ? "centers.pin_there" : "centers.pin_none")}><PinForm key={person.first.id} center={center.id} role={person.first.id} /></Panel>
              </div>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
