import { useState } from "react";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { ApplicationForm } from "../components/ApplicationForm";
import { Applied } from "../components/Applied";
import { JoinHead } from "../components/JoinHead";
import { useApplications } from "../live/useApplications";

/** One's applications to the network, and the form of a new one. */
export function JoinPage() {
  const me = useMe();
  return me && <Own key={me.id} id={me.id} />;
}

function Own({ id }: { id: string }) {
  const t = useT();
  const me = useMe();
  const { data, error } = useApplications(id);
  const [another, setAnother] = useState(false);
  if (!me) return null;
  if (!data && error) return <EmptyState page kind={asProblem(error).passing ? "offline" : "no-permission"} className="my-auto" />;
  if (!data) return <Skeleton className="p-6" rows={5} />;
  const fresh = data.length === 0 || another;
  return (
    <div className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-5 px-4 py-6">
      <JoinHead>{t(data.length === 0 ? "join.text" : "join.yours")}</JoinHead>
      {data.length > 0 && <ul className="flex flex-col gap-4">{data.map((one) => <Applied key={one.id} me={me} application={one} />)}</ul>}
      {fresh ? <ApplicationForm me={me} {...(another ? { onDone: () => setAnother(false) } : {})} /> : <Button className="self-start" onClick={() => setAnother(true)}>{t("join.another")}</Button>}
    </div>
  );
}
