import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@/lib/router";
import { asProblem } from "@/api/problem";
import { session } from "@/api/session";
import { homeOf } from "@/app/home";
import { LanguageChoice, ThemeSwitch } from "@/app/Preferences";
import { SkipLink } from "@/app/shells/parts";
import { signOut } from "@/app/signOut";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/Button";
import { DensityContext } from "@/ui/density";
import { Sign } from "@/ui/icons";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton } from "@/ui/Skeleton";
import { useAreaTheme } from "@/ui/theme";
import { readProfile } from "../api/account";
import { AboutYou } from "../components/AboutYou";
import { ChangePassword } from "../components/ChangePassword";
import { Section } from "../components/Section";
import { Sessions } from "../components/Sessions";

export function ProfilePage() {
  useAreaTheme();
  const t = useT();
  const go = useNavigate();
  const user = useStore(session, (held) => held.user);
  const { data, error } = useQuery({ queryKey: ["profile"], queryFn: readProfile });
  return (
    <DensityContext.Provider value="phone">
      <SkipLink />
      <div className="min-h-dvh bg-surface text-base">
        <header className="sticky top-0 z-10 border-b bg-raised">
          <div className="mx-auto flex max-w-180 items-center gap-3 px-4 py-2">
            <Link to={user ? homeOf(user) : "/"} className="inline-flex min-h-12 items-center gap-2 font-semibold no-underline">
              <Sign name="back" /> {t("back")}
            </Link>
          </div>
        </header>
        <main id="content" className="mx-auto flex max-w-180 flex-col gap-4 px-4 py-6">
          <h1 className="mb-1 text-2xl">{t("profile.title")}</h1>
          {data ? <AboutYou key={data.email} profile={data} /> : error ? <ProblemNote problem={asProblem(error)} /> : <Skeleton rows={4} />}
          <Section title={t("profile.look")}>
            <div className="grid gap-5 sm:grid-cols-2">
              <LanguageChoice />
              <ThemeSwitch />
            </div>
          </Section>
          <ChangePassword />
          <Sessions />
          <Button tone="quiet" className="mt-2 self-start" onClick={() => void signOut().finally(() => void go("/sign-in"))}>
            {t("profile.sign_out")}
          </Button>
        </main>
      </div>
    </DensityContext.Provider>
  );
}
