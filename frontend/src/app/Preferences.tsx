import { changeLocale, LOCALES, useLocale, useT, type Locale } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { Choice } from "@/ui/Choice";
import { chooseTheme, themeChoice, type ThemeChoice } from "@/ui/theme";

export function LanguageChoice({ hideLabel }: { hideLabel?: boolean }) {
  const t = useT();
  const locale = useLocale() as Locale;
  const options = LOCALES.map((one) => ({ value: one, label: t(`language.${one}`), lang: one }));
  return <Choice label={t("language.title")} value={locale} options={options} onChange={(next) => void changeLocale(next)} hideLabel={hideLabel} />;
}

export function ThemeSwitch({ hideLabel }: { hideLabel?: boolean }) {
  const t = useT();
  const chosen = useStore(themeChoice);
  const options = (["auto", "light", "dark"] satisfies ThemeChoice[]).map((one) => ({ value: one, label: t(`theme.${one}`) }));
  return <Choice label={t("theme.title")} value={chosen} options={options} onChange={chooseTheme} hideLabel={hideLabel} />;
}
