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
        <Brand className="mb-6 text-xl" />
        <main id="content" className="w-full max-w-105 animate-rise rounded-lg border bg-raised p-6 sm:p-8">
          <h1 className="text-2xl">{title}</h1>
          {text && <p className="mt-1.5 text-muted text-pretty">{text}</p>}
          <div className="mt-6">{children}</div>
        </main>
        {below && <p className="mt-5 text-muted">{below}</p>}
        <footer className="mt-auto w-52 pt-10 text-sm"><LanguageChoice hideLabel /></footer>
      </div>
    </DensityContext.Provider>
  );
}
