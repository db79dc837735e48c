import { useEffect, useState } from "react";
import { Brand } from "@/app/shells/parts";
import { stopwatch } from "@/lib/stopwatch";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Sign } from "@/ui/icons";
import { useCode } from "../api/useCode";
import { remaining, type Code } from "../model/code";

/** What a screen shows until the desk pairs it: its code, to be read from where the desk stands. */
export function Pairing() {
  const t = useT();
  const { code, silent } = useCode();
  const now = useDeviceClock();
  const left = code && remaining(code, now);
  const shown = left && left.seconds > 0 ? code : undefined;
  return (
    <div className="flex min-h-0 flex-1 flex-col px-10">
      <header className="flex h-28 flex-none items-center">
        <Brand className="text-[2.5rem]! [&_img]:size-14 gap-4!" />
      </header>
      <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-14 text-center">
        <h1 className="text-[3.5rem] leading-tight">{t("floor.pair.title")}</h1>
        <Letters code={shown} />
        <p className="max-w-[62rem] text-[2.375rem] leading-snug text-pretty">{t("floor.pair.text")}</p>
      </div>
      <footer className="flex min-h-28 flex-none items-center justify-between gap-10 text-[2rem] text-muted">
        {silent ? (
          <p role="status" className="flex items-center gap-4 font-semibold text-waiting-text">
            <Sign name="offline" className="size-9 flex-none" />
            {t("floor.pair.silent")}
          </p>
        ) : (
          <p className="num flex items-center gap-5 whitespace-nowrap">
            <Ring share={left?.share ?? 0} />
            {shown && left ? t("floor.pair.next_code", { left: stopwatch(left.seconds) }) : t("floor.pair.asking")}
          </p>
        )}
        <Link to="/sign-in?next=%2Ffloor" className="text-end text-muted underline decoration-[max(1px,0.125rem)] underline-offset-[0.3em] hover:text-ink">
          {t("floor.pair.sign_in")}
        </Link>
      </footer>
    </div>
  );
}

const cell = "grid h-[min(14rem,20vw)] w-[min(11.5rem,13.2vw)] place-items-center rounded-[min(1.25rem,2vw)] border-[max(2px,0.125rem)] border-control bg-raised";

/** Two groups of three with a dash between, as a person reads them out. */
function Letters({ code }: { code: Code | undefined }) {
  const t = useT();
  const halves = code?.halves ?? ["   ", "   "];
  return (
    <div aria-live="polite" data-code={code?.halves.join("-")} dir="ltr">
      <span className="sr-only">{code ? t("floor.pair.code", { code: code.halves.join("-") }) : ""}</span>
      <div aria-hidden="true" className="flex items-center gap-[min(1.25rem,1.2vw)] font-plate text-[min(8.5rem,11vw)] leading-none font-bold">
        {halves.map((half, group) => (
          <div key={group} className="contents">
            {group > 0 && <span className="h-[min(0.75rem,1vw)] w-[min(3rem,3vw)] rounded-full bg-control" />}
            {[...half].map((letter, place) => <span key={place} className={cell}>{letter.trim()}</span>)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The rest of the code's time as an arc. */
function Ring({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 40 40" fill="none" aria-hidden="true" className="size-10 flex-none -rotate-90">
      <circle cx="20" cy="20" r="16" strokeWidth="6" className="stroke-line" />
      <circle cx="20" cy="20" r="16" strokeWidth="6" pathLength="1" strokeDasharray={`${share} 1`} className="stroke-progress" />
    </svg>
  );
}

/** The device's own time, each second: a code's time is real, also where the workshop's runs faster. */
function useDeviceClock(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
