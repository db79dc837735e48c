/** Money and lengths of time in words of the reader's language. Pure. */
import type { Money } from "@/api/things";

/** "₹ 3,540" or "$12.50"; whole amounts drop their zeros, and every currency keeps its own places. */
export function moneyText(money: Money, locale: string): string {
  const amount = Number(money.amount);
  const region = locale === "en" && money.currency === "INR" ? "en-IN" : locale;
  return new Intl.NumberFormat(region, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  } as Intl.NumberFormatOptions).format(amount);
}

/** Minutes as {hours, minutes}, rounded to the minute, never negative. */
export function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  const whole = Math.max(0, Math.round(minutes));
  return { hours: Math.floor(whole / 60), minutes: whole % 60 };
}

/** A measured value as a person writes it, "91 %" or "0.8 V", never over two lines: no zeros at the end that nobody measured. */
export function measureText(value: string | number, unit: string | null, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }).format(Number(value));
  return unit ? `${number}\u00a0${unit}` : number;
}
