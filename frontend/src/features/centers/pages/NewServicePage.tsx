import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { Button } from "@/ui/Button";
import { Form } from "@/ui/Form";
import type { AdministeredCenter } from "../api/centers";
import { addService } from "../api/services";
import { CentrePage } from "../components/CentrePage";
import { ServiceFields } from "../components/ServiceFields";
import { ToServices } from "../components/ToServices";
import { useSaved } from "../live/useSaved";
import { serviceOf } from "../model/services";

/** Offering something new. */
export function NewServicePage() {
  return <CentrePage>{(center) => <New key={center.id} center={center} />}</CentrePage>;
}

function New({ center }: { center: AdministeredCenter }) {
  const t = useT();
  const go = useNavigate();
  const saved = useSaved(center.id);
  return (
    <>
      <ToServices />
      <div>
        <h2 className="text-xl">{t("services.add")}</h2>
        <p className="text-muted">{t("services.add_text")}</p>
      </div>
      <Form
        label={t("services.add")}
        className="flex flex-col gap-4"
        onSend={async (values) => {
          const made = await addService(center.id, serviceOf(values));
          const why = made.lacks.map((one) => one.text).join(" ");
          await saved(t(why ? "services.added_lacking" : "services.added", { name: made.name, why }));
          void go("/admin/centre/services", { replace: true });
        }}
      >
        {(busy) => (
          <>
            <ServiceFields center={center} />
            <div className="sticky bottom-0 -mx-4.5 -mb-4.5 border-t bg-surface px-4.5 py-3 max-sm:-mx-3 max-sm:px-3">
              <Button type="submit" tone="primary" busy={busy}>{t("services.add")}</Button>
            </div>
          </>
        )}
      </Form>
    </>
  );
}
