import { useId, useState, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { EMAIL, TELEPHONE } from "@/api/reach";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useDensity, type Density } from "./density";
import { useFieldErrors } from "./Form";
import { StateIcon } from "./icons";

const heights: Record<Density, string> = {
  desk: "min-h-9 px-2.5 text-sm",
  phone: "min-h-12 px-3 text-base",
  bay: "min-h-18 px-4 text-lg",
  main: "min-h-24 px-5 text-2xl",
};
export const controlClass =
  "w-full rounded-sm border border-control bg-raised text-ink placeholder:text-muted aria-invalid:border-blocked aria-invalid:border-2 disabled:bg-surface disabled:text-muted";

type Shell = { label: string; name: string; hint?: ReactNode; aside?: ReactNode; optional?: boolean };

/** A labelled control with its hint and, below it, what the server said about it. What stands aside is tabbed to last. */
function Labelled({ label, name, hint, aside, optional, children }: Shell & { children: (ids: object) => ReactNode }) {
  const t = useT();
  const id = useId();
  const errors = useFieldErrors(name);
  const described = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-1.5">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <div className="col-span-full flex flex-col gap-1.5">
        {children({ id, name, "aria-invalid": errors.length > 0 || undefined, "aria-describedby": described || undefined })}
        {hint && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
        {errors.length > 0 && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-semibold text-blocked-text">
            <StateIcon state="blocked" size={14} className="mt-0.75 shrink-0" />
            <span>{errors.join(" ")}</span>
          </p>
        )}
      </div>
      {(aside || optional) && <div className="col-start-2 row-start-1">{aside ?? <span className="text-sm text-muted">{t("field.optional")}</span>}</div>}
    </div>
  );
}

export function Field({ label, name, hint, aside, optional, className, ...rest }: Shell & InputHTMLAttributes<HTMLInputElement>) {
  const size = heights[useDensity()];
  const limits = rest.type === "tel" ? TELEPHONE : rest.type === "email" ? EMAIL : undefined;
  return (
    <Labelled {...{ label, name, hint, aside, optional }}>
      {(ids) => <input className={cx(controlClass, size, className)} {...limits} {...rest} {...ids} />}
    </Labelled>
  );
}

export function TextField({ label, name, hint, aside, optional, className, ...rest }: Shell & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const size = heights[useDensity()];
  return (
    <Labelled {...{ label, name, hint, aside, optional }}>
      {(ids) => <textarea rows={3} className={cx(controlClass, size, "py-2.5", className)} {...rest} {...ids} />}
    </Labelled>
  );
}

export function SelectField({ label, name, hint, aside, optional, className, ...rest }: Shell & SelectHTMLAttributes<HTMLSelectElement>) {
  const size = heights[useDensity()];
  return (
    <Labelled {...{ label, name, hint, aside, optional }}>
      {(ids) => <select className={cx(controlClass, size, className)} {...rest} {...ids} />}
    </Labelled>
  );
}

/** A password that can be shown. */
export function PasswordField(props: Shell & InputHTMLAttributes<HTMLInputElement>) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const { label, name, hint, aside, optional, className, ...rest } = props;
  const size = heights[useDensity()];
  return (
    <Labelled {...{ label, name, hint, aside, optional }}>
      {(ids) => (
        <span className="relative block">
          <input type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" className={cx(controlClass, size, "pe-16!", className)} {...rest} {...ids} />
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 end-0 px-3.5 text-sm font-semibold text-accent"
          >
            {t(shown ? "password.hide" : "password.show")}
          </button>
        </span>
      )}
    </Labelled>
  );
}
