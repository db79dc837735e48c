import { useT } from "@/lib/i18n";
import { Field } from "@/ui/Field";

/** Why the desk does this to a visit, in a few words; `hint` says who reads it. */
export function WhyField({ hint }: { hint: string }) {
  const t = useT();
  return (
    <Field
      label={t("desk.why")}
      name="reason"
      maxLength={240}
      required
      autoComplete="off"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this
      autoFocus
      hint={hint}
    />
  );
}
