import { useEffect, useState } from "react";
import { AGAIN_MS, codeOf, type Code } from "../model/code";
import { requestPairing } from "./floor";

/** The code to show, a new one when it has run out; `silent` while the server gives none, which is tried again. */
export function useCode(): { code: Code | undefined; silent: boolean } {
  const [code, setCode] = useState<Code>();
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const given = codeOf(await requestPairing(), Date.now());
        if (over) return;
        setCode(given);
        setSilent(false);
        timer = setTimeout(() => void ask(), given.renewAt - Date.now());
      } catch {
        if (over) return;
        setSilent(true);
        timer = setTimeout(() => void ask(), AGAIN_MS);
      }
    };
    // A moment later: a page that is drawn twice asks once.
    timer = setTimeout(() => void ask(), 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return { code, silent };
}
