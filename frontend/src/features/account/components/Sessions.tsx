import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { ago } from "@/lib/ago";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Pill } from "@/ui/Pill";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toasts";
import { endSession, readSessions, type SignInSession } from "../api/account";
import { deviceOf } from "../model/device";
import { Section } from "./Section";

export function Sessions() {
  const t = useT();
  const { data, dataUpdatedAt, error } = useQuery({ queryKey: ["sessions"], queryFn: readSessions });
  const ordered = [...(data ?? [])].sort((a, b) => Number(b.current) - Number(a.current) || b.last_used_at.localeCompare(a.last_used_at));
  return (
    <Section title={t("profile.sessions")} text={t("profile.sessions_text")}>
      {error && !data && <ProblemNote problem={asProblem(error)} />}
      {!data && !error && <Skeleton rows={2} />}
      <ul>
        {ordered.map((one) => <Row key={one.id} one={one} now={dataUpdatedAt} />)}
      </ul>
    </Section>
  );
}

/** A sign-in, as of device time `now`: sign-ins are kept by the clock of the world, which the workshop's may run ahead of. */
function Row({ one, now }: { one: SignInSession; now: number }) {
  const t = useT();
  const locale = useLocale();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const device = deviceOf(one.user_agent);
  const name = device ? t("profile.session_device", device) : one.user_agent || t("profile.session_unknown");

  async function end() {
    setProblem(undefined);
    const before = cache.getQueryData<SignInSession[]>(["sessions"]);
    cache.setQueryData<SignInSession[]>(["sessions"], (held) => held?.filter((other) => other.id !== one.id));
    try {
      await endSession(one.id);
      toast(t("profile.session_ended"));
    } catch (error) {
      cache.setQueryData(["sessions"], before);
      setProblem(asProblem(error));
    }
  }

  return (
    <li className="border-t py-3 first:border-0 first:pt-0">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="truncate font-semibold">{name}</p>
          <p className="num text-sm text-muted">
            <time dateTime={one.last_used_at}>{t("profile.session_used", { when: ago(one.last_used_at, now, locale) })}</time>
          </p>
        </div>
        {one.current ? (
          <Pill state="done">{t("profile.session_here")}</Pill>
        ) : (
          <Button tone="danger" onClick={() => void end()}>
            {t("profile.session_end")} <span className="sr-only">{name}</span>
          </Button>
        )}
      </div>
      {problem && <div className="mt-2"><ProblemNote problem={problem} /></div>}
    </li>
  );
}
