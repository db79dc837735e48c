import type { ReactNode } from "react";
import { DensityContext } from "@/ui/density";
import { useAreaTheme } from "@/ui/theme";
import { LanguageChoice } from "../Preferences";
import { Brand } from "./parts";

/** A card on a calm ground for signing in and what belongs to it. */
export function AccountShell({ title, text, children, below }: { title: string; text?: string; children: ReactNode; below?: ReactNode }) {
  useAreaTheme();
  return (
    <DensityContext.Provider value="phone">
      <div className="flex min-h-dvh flex-col items-center bg-surface px-4 pt-[max(2rem,8vh)] pb-6 text-base">
        <header className="mb-6"><Brand className="text-xl" /></header>
        <main id="content" className="flex w-full max-w-105 animate-rise flex-col items-center">
          <section className="w-full rounded-lg border bg-raised p-6 sm:p-8">
            <h1 className="text-2xl">{title}</h1>
            {text && <p className="mt-1.5 text-muted text-pretty">{text}</p>}
            <div className="mt-6">{children}</div>
          </section>
          {below && <p className="mt-5 text-muted">{below}</p>}
        </main>
        <footer className="mt-auto w-52 pt-10 text-sm"><LanguageChoice hideLabel /></footer>
      </div>
    </DensityContext.Provider>
  );
}
