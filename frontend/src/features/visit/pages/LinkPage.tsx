import { useCallback, useEffect, useState } from "react";
import { useParams } from "@/lib/router";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { socket } from "@/live/hub";
import { exchangeLink } from "@/api/visits";
import { LinkGone } from "../components/LinkGone";
import { VisitSkeleton } from "../components/VisitSkeleton";
import { VisitPage, type Parts } from "./VisitPage";

const AGAIN_MS = 4_000;

/** A visit opened by its link. Showing the page spends nothing; the exchange does, so that a mail scanner cannot. */
export function LinkPage(parts: Parts) {
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
  const again = problem?.passing ? Math.max(AGAIN_MS, (problem.retryAfter ?? 0) * 1_000) : null;
  useEffect(() => {
    if (again === null || visit || busy) return;
    const timer = setTimeout(() => void open(), again);
    return () => clearTimeout(timer);
  }, [again, visit, busy, open]);

  if (visit) return <VisitPage id={visit} byLink {...parts} />;
  if (!problem) return <VisitSkeleton />;
  if (!problem.passing) return <LinkGone problem={problem} />;
  return (
    <EmptyState page className="my-auto" kind="offline" action={<Button tone="primary" busy={busy} onClick={() => void open()}>{t("retry")}</Button>}>
      {problem.detail && problem.status !== 0 ? problem.detail : t("visit.link_offline")}
    </EmptyState>
  );
}
