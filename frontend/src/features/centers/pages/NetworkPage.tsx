import { useQuery } from "@tanstack/react-query";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { networkKey, readNetwork } from "../api/centers";
import { Applicant } from "../components/Applicant";
import { Parts } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Panel } from "../components/Panel";

/** Applications are on their applicants' streams: nothing tells the network of one. */
const AGAIN_MS = 15_000;

/** The centres that ask to join the network, and those that belong to it. */
export function NetworkPage() {
  const t = useT();
  const applied = useQuery({ queryKey: networkKey("applied"), queryFn: () => readNetwork("applied"), refetchInterval: AGAIN_MS });
  const approved = useQuery({ queryKey: networkKey("approved"), queryFn: () => readNetwork("approved"), refetchInterval: AGAIN_MS });
  return (
    <>
      <DeskBar title={t("nav.admin")} note={t("centers.part.network")} />
      <Parts />
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        <div className="mx-auto flex max-w-240 flex-col gap-4 p-4.5 max-sm:p-3">
          <Panel title={t("centers.applying")} text={t("centers.applying_text")}>
            <Loaded query={applied}>
              {(centers) => (centers.length === 0 ? <p className="text-muted">{t("centers.nobody_applies")}</p> : <ul>{centers.map((center) => <Applicant key={center.id} center={center} />)}</ul>)}
            </Loaded>
          </Panel>
          <Panel title={t("centers.approved")}>
            <Loaded query={approved}>
              {(centers) => (
                <ul>
                  {centers.map((center) => (
                    <li key={center.id} className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-t py-2 first:border-0">
                      <span className="font-plate w-16 font-semibold">{center.code}</span>
                      <span className="min-w-0 flex-1 basis-44 font-semibold">{center.name}</span>
                      <span className="min-w-0 flex-1 basis-44 text-muted">{center.city} {center.postcode}{!center.is_active && ` · ${t("centers.not_found")}`}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Loaded>
          </Panel>
        </div>
      </div>
    </>
  );
}
