import { useQuery } from "@tanstack/react-query";
import { centerKey, readBays, readResources } from "../api/centers";
import { Bays } from "../components/Bays";
import { CentrePage } from "../components/CentrePage";
import { readServices } from "../api/services";
import { Loaded } from "../components/Loaded";
import { Lent } from "../components/Lent";
import { wordsOf } from "../model/services";

/** Where and with what the work is done. */
export function BaysPage() {
  return <CentrePage>{(center) => <Parts key={center.id} center={center.id} />}</CentrePage>;
}

function Parts({ center }: { center: string }) {
  const bays = useQuery({ queryKey: centerKey(center, "bays"), queryFn: () => readBays(center) });
  const resources = useQuery({ queryKey: centerKey(center, "resources"), queryFn: () => readResources(center) });
  // What services ask for and others have, so that nobody mistypes it.
  const { data: sold = [] } = useQuery({ queryKey: centerKey(center, "services"), queryFn: () => readServices(center) });
  const asked = sold.map((one) => one.bay_kind);
  const types = wordsOf(...sold.flatMap((one) => one.tools), ...(resources.data ?? []).map((one) => one.type));
  return (
    <>
      <Loaded query={bays}>{(rows) => <Bays center={center} bays={rows} asked={asked} />}</Loaded>
      <Loaded query={resources}>
        {(rows) => (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Lent center={center} kind="tool" types={types} resources={rows.filter((one) => one.kind === "tool")} />
            <Lent center={center} kind="loaner" resources={rows.filter((one) => one.kind === "loaner")} />
          </div>
        )}
      </Loaded>
    </>
  );
}
