import { useCallback, useEffect, useState } from "react";
import { useParams } from "@/lib/router";
import { asProblem, type Problem } from "@/api/problem";
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
  const [visit, setVisit] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(true);
  const open = useCallback(async () => {
    setBusy(true);
    try {
      const opened = await exchangeLink(token);
      socket.restart();
      setVisit(opened.id);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }, [token]);
  useEffect(() => {
    // One exchange, also when the page is mounted twice in a row.
    const timer = setTimeout(() => void open(), 0);
    return () => clearTimeout(timer);
  }, [open]);
  if (visit) return <VisitPage id={visit} byLink />;
  return (
    <EmptyState
      className="my-auto"
      kind={!problem || problem.passing ? "empty" : "no-permission"}
      title={t(problem && !problem.passing ? "visit.link_gone" : "visit.link_title")}
      action={(!problem || problem.passing) && <Button tone="primary" busy={busy} onClick={() => void open()}>{t("visit.open")}</Button>}
    >
      {problem ? problem.detail || t("problem.unreachable") : t("visit.link_text")}
    </EmptyState>
  );
}
