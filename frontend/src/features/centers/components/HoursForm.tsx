import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useT } from "@/lib/i18n";
import { centerKey, writeCenter, type AdministeredCenter, type OpenSpan } from "../api/centers";
import { useSaved } from "../live/useSaved";
import { openSpans, type WallSpan } from "../model/week";
import { SavedForm } from "./SavedForm";
import { WeekFields } from "./WeekFields";
import { Wrong } from "./Wrong";

/** The hours of every week; `onTyped` hears them as they are typed, and null once they are saved. */
export function HoursForm({ center, onTyped }: { center: AdministeredCenter; onTyped: (spans: WallSpan[] | null) => void }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center.id);
  const [typed, setTyped] = useState<WallSpan[] | null>(null);
  const tell = (spans: WallSpan[] | null) => {
    setTyped(spans);
    onTyped(spans);
  };
  return (
    <SavedForm
      thing={center}
      label={t("centers.week")}
      onReload={async () => {
        await client.invalidateQueries({ queryKey: centerKey(center.id, "whole") });
        tell(null);
      }}
      onSave={async (_values, base) => {
        const working_hours = (typed ?? openSpans(base.working_hours)).map(({ weekday, from, to }) => ({ weekday: weekday ?? 0, opens: from, closes: to }));
        const now = await writeCenter(center.id, { version: base.version, working_hours });
        await saved();
        tell(null);
        return now;
      }}
    >
      {(base, touch) => (
        <>
          <Week
            hours={base.working_hours}
            typed={typed}
            onChange={(spans) => {
              touch();
              tell(spans);
            }}
          />
          <Wrong name="working_hours" />
        </>
      )}
    </SavedForm>
  );
}

/** The week as it is typed, or as it is; its fields stay the same ones while it is. */
function Week({ hours, typed, onChange }: { hours: OpenSpan[]; typed: WallSpan[] | null; onChange: (spans: WallSpan[]) => void }) {
  const saved = useMemo(() => openSpans(hours), [hours]);
  return <WeekFields spans={typed ?? saved} kinds={["open"]} onChange={onChange} />;
}
