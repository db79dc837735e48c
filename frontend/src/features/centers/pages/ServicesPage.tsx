import { useQuery } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Pill } from "@/ui/Pill";
import { centerKey } from "../api/centers";
import { readServices, type SoldService } from "../api/services";
import { CentrePage } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Panel } from "../components/Panel";
import { SoldRow } from "../components/SoldRow";
import { shelvesOf } from "../model/services";

const NEW = "/admin/centre/services/new";

/** What the centre sells. */
export function ServicesPage() {
  return <CentrePage>{(center) => <Services key={center.id} center={center.id} />}</CentrePage>;
}

function Services({ center }: { center: string }) {
  const t = useT();
  const query = useQuery({ queryKey: centerKey(center, "services"), queryFn: () => readServices(center) });
  const add = <ButtonLink tone="primary" to={NEW}>{t("services.add")}</ButtonLink>;
  return (
    <Loaded query={query}>
      {(rows) => rows.length === 0
        ? <Panel title={t("services.title")}><EmptyState kind="empty" title={t("services.none")} action={add}>{t("services.none_text")}</EmptyState></Panel>
        : <Panel title={t("services.title")} text={t("services.text")} aside={add}><Shelves services={rows} /></Panel>}
    </Loaded>
  );
}

function Shelves({ services }: { services: SoldService[] }) {
  const t = useT();
  const { offered, others } = shelvesOf(services);
  return (
    <div className="flex flex-col gap-5 pt-1.5">
      {offered.map(([category, rows]) => (
        <section key={category}>
          <h3 className="text-sm font-semibold text-muted first-letter:uppercase">{category}</h3>
          <ul>{rows.map((one) => <SoldRow key={one.id} service={one} />)}</ul>
        </section>
      ))}
      {others.length > 0 && (
        <section>
          <h3 className="text-sm"><Pill state="queued">{t("services.not_offered")}</Pill></h3>
          <ul className="mt-1">{others.map((one) => <SoldRow key={one.id} service={one} />)}</ul>
        </section>
      )}
    </div>
  );
}
