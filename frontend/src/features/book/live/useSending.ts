/** Sending a booking or a request: once, whatever the network does, and a refusal goes to the step that can mend it. */
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useNavigate } from "@/lib/router";
import { useMe } from "@/live/me";
import { confirmSlot, holdSlot, requestVisit } from "../api/book";
import { confirmBody, requestBody, slotBody, stepOf } from "../model/bodies";
import { alsoElsewhere, heldFor } from "../model/draft";
import { draft, finish, keyFor, refusal, write } from "./draft";
import { pictures } from "./pictures";
import { remember } from "./remembered";

export function useSending() {
  const go = useNavigate();
  const known = useMe() !== null;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function deliver(): Promise<string> {
    const typed = draft.get();
    if (typed.lane === "symptom") {
      const begun = await holdSlot(slotBody(typed, { wished_times: typed.wished }));
      const body = requestBody(typed, known);
      return (await requestVisit(begun.id, body, keyFor([begun.id, body]))).appointment.id;
    }
    const id = heldFor(typed)!.id;
    const body = confirmBody(typed, known);
    return (await confirmSlot(id, body, keyFor([id, body]))).appointment.id;
  }

  async function send() {
    const typed = draft.get();
    setBusy(true);
    setProblem(undefined);
    try {
      const id = await deliver();
      if (typed.remember && !known) remember(typed);
      go(`/book/${typed.centerId}/done/${id}`, { replace: true });
      finish();
      pictures.set([]);
    } catch (error) {
      const refused = asProblem(error);
      // A vehicle that is elsewhere then needs another time, and what was held for it is nobody's wish any more.
      const elsewhere = refused.code === "vehicle_busy";
      const step = elsewhere ? "time" : stepOf(refused.fields);
      if (elsewhere) write({ held: null, elsewhere: alsoElsewhere(typed, String(refused.body["scheduled_start"])) });
      // The clocks may differ: the server's word that the time is over ends it here too.
      if (refused.code === "hold_expired" && typed.held) write({ held: { ...typed.held, until: new Date(0).toISOString() } });
      else if (step !== null || Object.keys(refused.fields).length === 0) setProblem(refused);
      // What is wrong with a field of this very page is said beside it, by the form.
      else throw refused;
      if (step !== null) {
        refusal.set(refused);
        go(`/book/${typed.centerId}${step && `/${step}`}`);
      }
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, send };
}
