import { useState, type ReactNode } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Form, type FormValues } from "@/ui/Form";
import { ProblemNote } from "@/ui/ProblemNote";

type Versioned = { version: number };

/**
 * A form of a thing with a version. It follows what others save as long as nobody types here; once somebody does, their
 * words stay until they are saved. Whoever was second is told who was first, and may load what is there now.
 */
export function SavedForm<T extends Versioned>({ thing, label, send, bar = false, onSave, onReload, onClose, onDiscard, children }: {
  thing: T;
  label: string;
  send?: string;
  /** The form is the page: its button stays in sight. */
  bar?: boolean;
  onSave: (values: FormValues, base: T) => Promise<T>;
  onReload: () => Promise<unknown>;
  onClose?: () => void;
  /** Forget what was typed; there is something. */
  onDiscard?: (() => void) | undefined;
  children: (base: T, touch: () => void) => ReactNode;
}) {
  const t = useT();
  const [base, setBase] = useState(thing);
  const [round, setRound] = useState(0);
  const [touched, setTouched] = useState(false);
  const [inside, setInside] = useState(false);
  const [rival, setRival] = useState<Problem>();
  if (!touched && !inside && !rival && thing.version > base.version) {
    setBase(thing);
    setRound(round + 1);
  }
  const touch = () => setTouched(true);
  const reload = async () => {
    await onReload();
    setRival(undefined);
    setTouched(false);
    setInside(false);
  };
  const discard = () => {
    onDiscard?.();
    setRival(undefined);
    setTouched(false);
  };
  const save = async (values: FormValues) => {
    setRival(undefined);
    try {
      setBase(await onSave(values, base));
      setTouched(false);
      onClose?.();
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== "stale_version") throw problem;
      setRival(problem);
    }
  };
  return (
    <div onInput={touch} onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <Form key={round} label={label} className="flex flex-col gap-4" onSend={save}>
        {(busy) => (
          <>
            {children(base, touch)}
            {rival && (
              <ProblemNote problem={rival}>
                <Button onClick={() => void reload()}>{t("centers.reload")}</Button>
              </ProblemNote>
            )}
            <div className={cx("flex gap-2", bar && "sticky bottom-0 -mx-4.5 -mb-4.5 border-t bg-surface px-4.5 py-3 max-sm:-mx-3 max-sm:px-3")}>
              <Button type="submit" tone="primary" busy={busy}>{send ?? t("centers.save")}</Button>
              {onDiscard && <Button tone="quiet" onClick={discard}>{t("discard")}</Button>}
              {onClose && <Button tone="quiet" onClick={onClose}>{t("back")}</Button>}
            </div>
          </>
        )}
      </Form>
    </div>
  );
}
