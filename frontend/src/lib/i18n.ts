/** The catalogue: areas of messages per language, loaded with the part of the application that shows them. */
import { i18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type account from "@/locales/en/account.json";
import type bay from "@/locales/en/bay.json";
import type book from "@/locales/en/book.json";
import type calendar from "@/locales/en/calendar.json";
import type centers from "@/locales/en/centers.json";
import type common from "@/locales/en/common.json";
import type crew from "@/locales/en/crew.json";
import type customers from "@/locales/en/customers.json";
import type desk from "@/locales/en/desk.json";
import type find from "@/locales/en/find.json";
import type floor from "@/locales/en/floor.json";
import type forms from "@/locales/en/forms.json";
import type join from "@/locales/en/join.json";
import type my from "@/locales/en/my.json";
import type notifications from "@/locales/en/notifications.json";
import type plan from "@/locales/en/plan.json";
import type vehicles from "@/locales/en/vehicles.json";
import type visit from "@/locales/en/visit.json";
import type visits from "@/locales/en/visits.json";
import type waiting from "@/locales/en/waiting.json";

type Areas = {
  common: typeof common;
  crew: typeof crew;
  account: typeof account;
  book: typeof book;
  plan: typeof plan;
  vehicles: typeof vehicles;
  visit: typeof visit;
  visits: typeof visits;
  waiting: typeof waiting;
  bay: typeof bay;
  desk: typeof desk;
  calendar: typeof calendar;
  centers: typeof centers;
  customers: typeof customers;
  find: typeof find;
  floor: typeof floor;
  forms: typeof forms;
  join: typeof join;
  my: typeof my;
  notifications: typeof notifications;
};
export type Area = keyof Areas;
export type MessageId = { [A in Area]: keyof Areas[A] & string }[Area];
export type Values = Record<string, string | number | Date>;
export type Translate = (id: MessageId, values?: Values) => string;

export const LOCALES = ["en", "vi"] as const;
export type Locale = (typeof LOCALES)[number];

const files = import.meta.glob<{ default: Record<string, never> }>("../locales/*/*.json");
const wanted = new Map<Area, Promise<void>>();
const key = "pitlane.locale";

export function chosenLocale(): Locale {
  const asked = [localStorage.getItem(key), ...navigator.languages].filter((one) => one !== null);
  for (const one of asked) {
    const known = LOCALES.find((locale) => one.toLowerCase().split("-")[0] === locale);
    if (known) return known;
  }
  return "en";
}

async function load(locale: Locale, area: Area): Promise<void> {
  const found = await files[`../locales/${locale}/${area}.json`]!();
  i18n.load(locale, found.default);
}

function want(locale: Locale, area: Area): Promise<void> {
  const loading = load(locale, area);
  wanted.set(area, loading);
  // What did not come is asked for again.
  loading.catch(() => wanted.delete(area));
  return loading;
}

/** Load an area of the catalogue in the language in use; await it before showing that area's components. */
export async function needMessages(...areas: Area[]): Promise<void> {
  const locale = LOCALES.find((known) => known === i18n.locale) ?? chosenLocale();
  // Who asks while an area is on its way waits for it as well.
  await Promise.all(areas.map((area) => wanted.get(area) ?? want(locale, area)));
  activate(locale);
}

export async function changeLocale(locale: Locale): Promise<void> {
  localStorage.setItem(key, locale);
  await Promise.all([...wanted.keys()].map((area) => load(locale, area)));
  activate(locale);
}

function activate(locale: Locale): void {
  i18n.activate(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = "ltr";
}

/** Say a message outside of components. */
export const translate: Translate = (id, values) => i18n._(id, values);

/** The translate function of the language in use; components that use it follow a change of language. */
export function useT(): Translate {
  const { i18n: current } = useLingui();
  return useCallback<Translate>((id, values) => current._(id, values), [current]);
}

/** The language in use, for Intl. */
export function useLocale(): string {
  return useLingui().i18n.locale || "en";
}
