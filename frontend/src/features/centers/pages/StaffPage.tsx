import { useQuery } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { ButtonLink } from "@/ui/Button";
import { centerKey, readAbsences, readCertificates, readPeople } from "../api/centers";
import { Certificates } from "../components/Certificates";
import { CentrePage } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Panel } from "../components/Panel";
import { PersonRow } from "../components/PersonRow";
import { peopleOf } from "../model/people";

const MINUTE_MS = 60_000;

/** Who works here, whose certificates are about to expire, and who is away. */
export function StaffPage() {
  return <CentrePage>{(center) => <Staff key={center.id} center={center.id} />}</CentrePage>;
}

function Staff({ center }: { center: string }) {
  const t = useT();
  const now = useClock(MINUTE_MS);
  const today = dayOf(now, useZone());
  const people = useQuery({ queryKey: centerKey(center, "people"), queryFn: () => readPeople(center) });
  const { data: absences = [] } = useQuery({ queryKey: centerKey(center, "absences"), queryFn: () => readAbsences(center) });
  const { data: certificates = [] } = useQuery({ queryKey: centerKey(center, "certificates"), queryFn: () => readCertificates(center) });
  return (
    <>
      <Certificates certificates={certificates} today={today} />
      <Panel title={t("centers.people")} text={t("centers.people_text")} aside={<ButtonLink tone="primary" to="/admin/centre/staff/new">{t("centers.add_person")}</ButtonLink>}>
        <Loaded query={people}>
          {(held) => (
            <ul>
              {peopleOf(held).map((person) => (
                <PersonRow key={person.id} person={person} today={today} away={absences.some((one) => one.person_id === person.id && Date.parse(one.starts_at) <= now && now < Date.parse(one.ends_at))} />
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
    </>
  );
}
