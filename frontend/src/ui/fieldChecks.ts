/** What a field itself knows to be wrong, in our words instead of the browser's. */
import type { Translate } from "@/lib/i18n";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const isControl = (element: Element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** The fields of a form that cannot be sent as they are, by name, each with what to do. */
export function wrongFields(form: HTMLFormElement, t: Translate): Record<string, string[]> {
  const wrong = Array.from(form.elements).filter(isControl).filter((one) => one.name !== "" && one.willValidate && !one.validity.valid);
  return Object.fromEntries(wrong.map((one) => [one.name, [wordsOf(one, t)]]));
}

function wordsOf(control: Control, t: Translate): string {
  const { validity, type } = control;
  if (validity.customError) return control.validationMessage;
  if (validity.badInput) return t(type === "number" ? "field.number" : "field.other");
  if (validity.valueMissing) return t(control instanceof HTMLSelectElement ? "field.choose" : type === "checkbox" ? "field.tick" : "field.missing");
  if ((validity.typeMismatch || validity.patternMismatch) && type === "email") return t("field.email");
  if (validity.patternMismatch && type === "tel") return t("field.phone");
  if (validity.tooShort) return t("field.short", { count: (control as HTMLInputElement).minLength });
  if (type === "number" && control instanceof HTMLInputElement) {
    if (validity.rangeUnderflow) return t("field.min", { limit: control.min });
    if (validity.rangeOverflow) return t("field.max", { limit: control.max });
    if (validity.stepMismatch) return t("field.places", { count: control.step.split(".")[1]?.length ?? 0 });
  }
  if (type === "date" && validity.rangeUnderflow) return t("field.later");
  return t("field.other");
}
