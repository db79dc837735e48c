import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "@/lib/i18n";
import { centerKey, readExceptions, type AdministeredCenter, type HoursException } from "../api/centers";
import { CentrePage } from "../components/CentrePage";
import { Coming } from "../components/Coming";
import { Exceptions } from "../components/Exceptions";
import { HoursForm } from "../components/HoursForm";
import { Panel } from "../components/Panel";
import { openSpans } from "../model/week";

/** When the centre is open: its week, its days that are otherwise, and what customers see of both. */
export function HoursPage() {
  return <CentrePage>{(center) => <Hours key={center.id} center={center} />}</CentrePage>;
}

function Hours({ center }: { center: AdministeredCenter }) {
  const t = useT();
  const { data: exceptions = [] } = useQuery({ queryKey: centerKey(center.id, "exceptions"), queryFn: () => readExceptions(center.id) });
  /** The week as it is being typed; null as long as it is the one that counts. */
  const [typed, setTyped] = useState<ReturnType<typeof openSpans> | null>(null);
  /** The days being typed that are otherwise, instead of what they are now. */
  const [days, setDays] = useState<HoursException[]>([]);
  const otherwise = [...exceptions.filter((one) => !days.some((day) => day.date === one.date)), ...days];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex flex-col gap-4">
        <Panel title={t("centers.week")} text={t("centers.week_text")}>
          <HoursForm center={center} onTyped={setTyped} />
        </Panel>
        <Exceptions center={center.id} exceptions={exceptions} onTyped={setDays} />
      </div>
      <Panel title={t("centers.coming")} text={t(typed || days.length > 0 ? "centers.coming_typed" : "centers.coming_text")} className="lg:sticky lg:top-0">
        <Coming week={typed ?? openSpans(center.working_hours)} exceptions={otherwise} />
      </Panel>
    </div>
  );
}
