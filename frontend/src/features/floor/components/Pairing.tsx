import { useEffect, useState } from "react";
import { Link } from "@/lib/router";
import { useT } from "@/lib/i18n";
import { requestPairing } from "../api/floor";

const AGAIN_MS = 5_000;
const SOONEST_MS = 60_000;
const LATEST_MS = 600_000;

/** The code of a screen that waits to be paired, to be read from where the desk stands. */
export function Pairing() {
  const t = useT();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const ask = () =>
      void requestPairing().then(
        (given) => {
          if (over) return;
          setCode(given.code);
          // The clock of a wall screen may be wrong: a code is never taken for older or younger than it can be.
          timer = setTimeout(ask, Math.min(LATEST_MS, Math.max(SOONEST_MS, Date.parse(given.expires_at) - Date.now())));
        },
        () => {
          if (!over) timer = setTimeout(ask, AGAIN_MS);
        },
      );
    timer = setTimeout(ask, 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-10 px-10 text-center text-[2rem]">
      <h1 className="text-[3.5rem]">{t("floor.pair.title")}</h1>
      <p aria-live="polite" className="num rounded-lg border bg-raised px-16 py-8 text-[9rem] leading-none font-bold tracking-[0.12em]">
        {code ? `${code.slice(0, 3)} ${code.slice(3)}` : "··· ···"}
      </p>
      <p className="max-w-[50rem] text-pretty">{t("floor.pair.text")}</p>
      <p className="text-muted">
        {t("floor.pair.other")} <Link to="/sign-in?next=%2Ffloor" className="text-ink">{t("floor.pair.sign_in")}</Link>
      </p>
    </div>
  );
}
