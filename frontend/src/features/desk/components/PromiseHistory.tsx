import type { ReadyPromise, ReadyWindow } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Time, Window } from "@/ui/moments";
import { Section } from "@/ui/Section";

/** The window told to the customer, and each one before it with when and why it moved. */
export function PromiseHistory({ promises, window }: { promises: ReadyPromise[]; window: ReadyWindow | null }) {
  const t = useT();
  if (!window) return null;
  const told = [...promises].sort((a, b) => b.made_at.localeCompare(a.made_at) || b.id.localeCompare(a.id));
  return (
    <Section title={t("desk.promised")}>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-semibold"><Window from={window.from} to={window.to} /></span>
        <span className="num text-xs text-muted">{t("desk.told")} <Time at={window.told_at} /></span>
      </p>
      {told.length > 1 && (
        <ol className="flex flex-col gap-1.5">
          {told.map((promise, at) => (
            <li key={promise.id} className="num flex gap-3 text-xs text-muted">
              <Time at={promise.made_at} className="w-9 shrink-0" />
              <span className="min-w-0 flex-1">
                {at === told.length - 1 ? t("desk.first_told") : promise.reason ? `${promise.reason} ·` : t("desk.moved")} <Window from={promise.from} to={promise.to} className="whitespace-nowrap" />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
