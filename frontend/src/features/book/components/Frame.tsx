import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useMe } from "@/live/me";
import { Stages } from "@/ui/Bar";
import { Sign } from "@/ui/icons";
import type { Center } from "../api/book";
import { stepsOf, type Step } from "../model/draft";

/** A step of a booking: where, how far, and what this step asks. */
export function Frame({ step, center, children }: { step: Step; center: Center; children: ReactNode }) {
  const t = useT();
  const steps = stepsOf(useMe() !== null);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  return (
    <div className="mx-auto flex w-full max-w-160 flex-1 flex-col px-4 pt-4">
      <div className="flex min-h-8 items-center justify-between gap-3 text-sm">
        {before ? (
          <Link to={`/book/${center.id}${before === "work" ? "" : `/${before}`}`} className="-ms-1 inline-flex min-h-12 items-center gap-1 font-semibold no-underline">
            <Sign name="back" /> {t("back")}
          </Link>
        ) : (
          <Link to="/book?all" className="-ms-1 inline-flex min-h-12 items-center gap-1 font-semibold no-underline">
            <Sign name="back" /> {t("book.other_center")}
          </Link>
        )}
        <span className="min-w-0 truncate text-end text-muted">{center.name}</span>
      </div>
      <Stages count={steps.length} at={at} label={t("book.step_of", { step: at + 1, count: steps.length })} />
      <p className="num mt-3 text-sm text-muted" aria-hidden="true">{t("book.step_of", { step: at + 1, count: steps.length })}</p>
      <h1 className="mb-5 text-2xl">{t(`book.title.${step}`)}</h1>
      {children}
    </div>
  );
}

/** What stays in reach at the end of a step: what it comes to, and the way on. */
export function StepBar({ children }: { children: ReactNode }) {
  return (
    <div data-end-bar className="sticky bottom-0 z-10 -mx-4 mt-auto flex items-center gap-3 border-t bg-raised px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:mb-4 sm:rounded-md sm:border sm:pb-3">
      {children}
    </div>
  );
}
