/** A form whose refusals stand beside the fields they are about; what was typed is never lost. */
import { createContext, useContext, useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { wrongFields } from "./fieldChecks";
import { ProblemNote } from "./ProblemNote";

type Fields = Record<string, string[]>;
type FormState = { fields: Fields };
const FormContext = createContext<FormState>({ fields: {} });

export function useFieldErrors(name: string): string[] {
  return useContext(FormContext).fields[name] ?? [];
}

export type FormValues = Record<string, string>;

/**
 * Call `onSend` with the values by name; a `Problem` it throws is shown, by field where it names one. What the fields
 * themselves know to be wrong (`required`, `min`, `type`) is said in the same way, and nothing is sent; so is what the
 * page says it `lacks`, by field, which is told for as long as it is lacking. `refused` is what was said elsewhere of the
 * fields here: it stands beside them from the start.
 * The first refused field gets the focus. `children` gets `busy` while the answer is awaited.
 */
export function Form({ onSend, lacks = {}, refused, children, className, label }: {
  onSend: (values: FormValues) => Promise<void>;
  lacks?: Fields;
  refused?: Problem | undefined;
  children: (busy: boolean) => ReactNode;
  className?: string;
  label?: string;
}) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(refused);
  /** What the fields knew to be wrong when a try to send ended before sending; undefined after one that did not. */
  const [told, setTold] = useState<Fields>();
  const fields = told ? { ...told, ...lacks } : (problem?.fields ?? {});
  useEffect(() => {
    if (refused && form.current) focusFirst(form.current, refused.fields);
  }, [refused]);
  const placed = Object.keys(fields).some((name) => form.current?.elements.namedItem(name));

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy || !form.current) return;
    const wrong = wrongFields(form.current, t);
    const open = { ...wrong, ...lacks };
    if (Object.keys(open).length > 0) {
      setTold(wrong);
      setProblem(undefined);
      return focusFirst(form.current, open);
    }
    setBusy(true);
    setTold(undefined);
    setProblem(undefined);
    try {
      await onSend(Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])));
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      // The page may be gone: an ended sign-in session replaces it.
      if (form.current) focusFirst(form.current, refused.fields);
    } finally {
      setBusy(false);
    }
  }

  return (
    <FormContext.Provider value={{ fields }}>
      <form ref={form} onSubmit={(event) => void send(event)} noValidate aria-label={label} className={className}>
        {problem && problem !== refused && !placed && <ProblemNote problem={problem} />}
        {children(busy)}
      </form>
    </FormContext.Provider>
  );
}

function focusFirst(form: HTMLFormElement, fields: Fields): void {
  for (const element of Array.from(form.elements)) {
    if (element instanceof HTMLElement && (element.getAttribute("name") ?? "") in fields) return element.focus();
  }
}
