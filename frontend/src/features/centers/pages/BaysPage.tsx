import { useQuery } from "@tanstack/react-query";
import { centerKey, readBays, readResources } from "../api/centers";
import { Bays } from "../components/Bays";
import { CentrePage } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Lent } from "../components/Lent";

/** Where and with what the work is done. */
export function BaysPage() {
  return <CentrePage>{(center) => <Parts key={center.id} center={center.id} />}</CentrePage>;
}

function Parts({ center }: { center: string }) {
  const bays = useQuery({ queryKey: centerKey(center, "bays"), queryFn: () => readBays(center) });
  const resources = useQuery({ queryKey: centerKey(center, "resources"), queryFn: () => readResources(center) });
  return (
    <>
      <Loaded query={bays}>{(rows) => <Bays center={center} bays={rows} />}</Loaded>
      <Loaded query={resources}>
        {(rows) => (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Lent center={center} kind="tool" resources={rows.filter((one) => one.kind === "tool")} />
            <Lent center={center} kind="loaner" resources={rows.filter((one) => one.kind === "loaner")} />
          </div>
        )}
      </Loaded>
    </>
  );
}
