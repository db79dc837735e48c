import { useFieldErrors } from "./Form";
import { StateIcon } from "./icons";

/** What is wrong with a choice, below it, as fields say it of themselves. */
export function FieldNote({ name }: { name: string }) {
  const errors = useFieldErrors(name);
  if (errors.length === 0) return null;
  return (
    <p role="alert" className="flex w-full items-center gap-1.5 text-sm font-semibold text-blocked-text">
      <StateIcon state="blocked" size={14} />
      {errors.join(" ")}
    </p>
  );
}
