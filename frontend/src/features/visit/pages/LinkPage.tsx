import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams } from "react-router";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { socket } from "@/live/hub";
import { exchangeLink } from "../api/visit";
import { VisitPage } from "./VisitPage";

/** A visit opened by its link. Showing the page spends nothing; the exchange does, so that a mail scanner cannot. */
export function LinkPage() {
  const t = useT();
  const { token = "" } = useParams();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => exchangeLink(token),
    onSuccess: () => socket.restart(),
    retry: (count, problem) => asProblem(problem).passing && count < 5,
  });
  useEffect(() => mutate(), [mutate, token]);
  if (data) return <VisitPage id={data.appointment_id} byLink />;
  const problem = error && asProblem(error);
  return (
    <EmptyState
      className="my-auto"
      kind={!problem || problem.passing ? "empty" : "no-permission"}
      title={t(problem && !problem.passing ? "visit.link_gone" : "visit.link_title")}
      action={(!problem || problem.passing) && <Button tone="primary" busy={isPending} onClick={() => mutate()}>{t("visit.open")}</Button>}
    >
      {problem ? problem.detail || t("problem.unreachable") : t("visit.link_text")}
    </EmptyState>
  );
}
