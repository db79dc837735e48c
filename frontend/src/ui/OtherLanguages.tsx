import { changeLocale, LOCALES, useLocale, useT } from "@/lib/i18n";

/** The languages but the one in use, each in its own: who is nobody here has no profile to choose in. */
export function OtherLanguages() {
  const t = useT();
  const locale = useLocale();
  return LOCALES.filter((one) => one !== locale).map((one) => (
    <button key={one} type="button" lang={one} className="min-h-12 self-start font-semibold text-accent underline" onClick={() => void changeLocale(one)}>
      {t(`language.${one}`)}
    </button>
  ));
}
