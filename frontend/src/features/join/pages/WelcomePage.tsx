import { wayIn } from "@/app/home";
import { useT } from "@/lib/i18n";
import { ButtonLink } from "@/ui/Button";
import { JoinHead } from "../components/JoinHead";

const STEPS = ["tell", "answer", "begin"] as const;

/** What joining is, for somebody who is not signed in; both ways in lead back here. */
export function WelcomePage({ here }: { here: string }) {
  const t = useT();
  return (
    <div className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-5 px-4 py-6">
      <JoinHead>{t("join.text")}</JoinHead>
      <ol className="divide-y rounded-md border bg-raised">
        {STEPS.map((step, at) => (
          <li key={step} className="flex gap-3.5 px-4 py-3.5 sm:px-5">
            <span aria-hidden="true" className="num grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-bold text-accent">{at + 1}</span>
            <span>
              <b className="block font-semibold">{t(`join.step.${step}`)}</b>
              <span className="block text-sm text-pretty text-muted">{t(`join.step_text.${step}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <ButtonLink tone="primary" to={wayIn("/register", here)}>{t("join.register")}</ButtonLink>
        <ButtonLink to={wayIn("/sign-in", here)}>{t("join.sign_in")}</ButtonLink>
      </div>
    </div>
  );
}
