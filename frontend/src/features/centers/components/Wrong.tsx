import { useFieldErrors } from "@/ui/Form";
import { StateIcon } from "@/ui/icons";

/** What the server said about a part of the form that is no single field. */
export function Wrong({ name }: { name: string }) {
  const errors = useFieldErrors(name);
  if (errors.length === 0) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5 text-sm font-semibold text-blocked-text">
      <StateIcon state="blocked" size={14} className="mt-0.75 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}
