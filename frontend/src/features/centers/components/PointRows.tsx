import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import type { Point } from "../api/services";
import { useRows } from "../live/useRows";
import { Folded } from "./Folded";
import { RowButtons } from "./RowButtons";
import { Wrong } from "./Wrong";

/** The points of the inspection in their order, with the limits of those that are measured. */
export function PointRows({ points, onRows }: { points: Point[]; onRows?: (() => void) | undefined }) {
  const t = useT();
  const held = useRows<Point>(points, onRows);
  return (
    <Folded title={t("services.points")} text={t("services.points_text")} open={points.length > 0}>
      <div className="flex flex-col gap-3">
        {held.rows.map(({ key, was }, place) => {
          const name = `points.${place}`;
          const about = t("services.point", { number: place + 1 });
          return (
            <fieldset key={key} className="grid grid-cols-3 items-start gap-x-2 gap-y-3 border-t pt-3 first:border-0 first:pt-0 sm:grid-cols-[minmax(0,1fr)_6rem_6rem_6rem_auto]">
              <legend className="sr-only">{about}</legend>
              <div className="max-sm:col-span-3"><Field label={about} name={`${name}.name`} required maxLength={120} defaultValue={was?.name} autoComplete="off" /></div>
              <Field label={t("services.unit")} name={`${name}.unit`} maxLength={20} defaultValue={was?.unit} autoComplete="off" />
              <Field label={t("services.low")} name={`${name}.minimum`} type="number" inputMode="decimal" step="any" defaultValue={was?.minimum ?? ""} className="num" />
              <Field label={t("services.high")} name={`${name}.maximum`} type="number" inputMode="decimal" step="any" defaultValue={was?.maximum ?? ""} className="num" />
              <span className="max-sm:col-span-3 sm:pt-6.5"><RowButtons held={held} rowKey={key} about={about} spare /></span>
            </fieldset>
          );
        })}
        <Wrong name="points" />
        <Button className="self-start" onClick={held.add}>{t("services.add_point")}</Button>
      </div>
    </Folded>
  );
}
