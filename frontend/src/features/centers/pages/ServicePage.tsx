import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { useParams } from "@/lib/router";
import { Pill } from "@/ui/Pill";
import type { AdministeredCenter } from "../api/centers";
import { readService, serviceKey, writeService, type ServiceSheet } from "../api/services";
import { CentrePage } from "../components/CentrePage";
import { Lacks } from "../components/Lacks";
import { Loaded } from "../components/Loaded";
import { SavedForm } from "../components/SavedForm";
import { ServiceFields } from "../components/ServiceFields";
import { ToServices } from "../components/ToServices";
import { useSaved } from "../live/useSaved";
import { serviceOf } from "../model/services";

/** A service: what it is called, costs and takes, and whether it is offered. */
export function ServicePage() {
  const { id = "" } = useParams();
  return <CentrePage>{(center) => <Service key={`${center.id} ${id}`} center={center} id={id} />}</CentrePage>;
}

function Service({ center, id }: { center: AdministeredCenter; id: string }) {
  const client = useQueryClient();
  const saved = useSaved(center.id);
  const key = serviceKey(center.id, id);
  const query = useQuery({ queryKey: key, queryFn: () => readService(id) });
  return (
    <>
      <ToServices />
      <Loaded query={query}>
        {(service) => (
          <>
            <Standing service={service} />
            <SavedForm
              thing={service}
              label={service.name}
              bar
              onReload={() => client.invalidateQueries({ queryKey: key })}
              onSave={async (values, base) => {
                const now = await writeService(id, { ...serviceOf(values), is_active: values["is_active"] === "yes", version: base.version });
                await saved();
                return now;
              }}
            >
              {(base, touch) => <ServiceFields center={center} service={base} onChanged={touch} />}
            </SavedForm>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Its name, whether it is offered, and what is not here to do it. */
function Standing({ service: { name, is_active: offered, lacks } }: { service: ServiceSheet }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="min-w-0 text-xl">{name}</h2>
        <Pill state={offered ? "done" : "queued"}>{t(offered ? "services.offered" : "services.not_offered")}</Pill>
      </div>
      {offered && <Lacks lacks={lacks} />}
    </div>
  );
}
