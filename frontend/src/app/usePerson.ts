import { useEffect, useState } from "react";
import { recall, session, type User } from "@/api/session";
import { useStore } from "@/lib/store";

const AGAIN_MS = 2_000;

/** Who is signed in. `asking` until that is known, `silent` while the server cannot be reached to tell. */
export function usePerson(): { person: User | null; asking: boolean; silent: boolean } {
  const { user, known } = useStore(session);
  const [silent, setSilent] = useState(false);
  const [trial, setTrial] = useState(0);
  useEffect(() => {
    if (known) return;
    let timer: ReturnType<typeof setTimeout>;
    recall().then(
      () => setSilent(false),
      () => {
        setSilent(true);
        timer = setTimeout(() => setTrial((count) => count + 1), AGAIN_MS);
      },
    );
    return () => clearTimeout(timer);
  }, [known, trial]);
  return { person: user, asking: !known && !silent, silent: !known && silent };
}
