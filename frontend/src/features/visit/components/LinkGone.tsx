import type { Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

/** A link that opens nothing (any more): why, and what to do instead. */
export function LinkGone({ problem }: { problem: Problem }) {
  const t = useT();
  const known = problem.code === "link_invalid";
  return (
    <EmptyState
      page
      className="my-auto"
      kind="no-permission"
      title={t("visit.link_gone")}
      action={<ButtonLink to="/visit">{t("visit.link_sign_in")}</ButtonLink>}
    >
      {known && problem.next ? problem.next : t("visit.link_gone_text")}
    </EmptyState>
  );
}
