/**
 * How days, money and figures are written on screen: unambiguous, exact where it matters, units always. Grouping and
 * decimal signs are those of the reader's browser; the names of months belong to the language of the page.
 */

/** Where nobody reads (a test, a script), figures are written as in English. */
const locale = typeof document === "undefined" ? "en" : navigator.language || "en";

/** The months in full, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "2026-11-23" → "23 Nov 2026"; null → "–". Refuses nothing: what is no day is shown as it came. */
export function formatDay(day: string | null | undefined, options: { year?: boolean } = {}): string {
  if (!day) return "–";
  const [year, month, date] = day.slice(0, 10).split("-");
  const name = months[Number(month) - 1];
  if (!name || !date) return day;
  return options.year === false ? `${Number(date)} ${name}` : `${Number(date)} ${name} ${year}`;
}

/** "2026-11" or "2026-11-30" → "Nov 2026". */
export function formatMonth(day: string): string {
  const [year, month] = day.split("-");
  return `${months[Number(month) - 1] ?? month} ${year}`;
}

/** An instant in a time zone: "23 Nov 2026, 14:05". */
export function formatInstant(instant: string | null | undefined, timeZone: string): string {
  if (!instant) return "–";
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const clock = zoned.toPlainTime().toString({ smallestUnit: "minute" });
  return `${formatDay(zoned.toPlainDate().toString())}, ${clock}`;
}

const styles = new Map<string, Intl.NumberFormat>();
function styleOf(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = styles.get(key);
  if (known) return known;
  const made = make();
  styles.set(key, made);
  return made;
}

/** The signs with which the reader groups thousands and begins decimals, for fields in which figures are typed. */
export function signsOfNumbers(): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const sign = (type: "group" | "decimal") => parts.find((part) => part.type === type)?.value;
  return { group: sign("group") ?? "", decimal: sign("decimal") ?? "." };
}

/** A decimal string in full, to the last minor unit: "$1,234,567.89". */
export function formatMoney(amount: string, currency: string): string {
  const style = styleOf(
    `full ${currency}`,
    () => new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
  );
  return style.format(amount as `${number}`);
}

/** A decimal string in full from 1,000 on without its cents, below with them: "$1,234,568", "$912.50". */
export function formatMoneyWhole(amount: string, currency: string): string {
  if (Math.abs(Number(amount)) < 1000) return formatMoney(amount, currency).replace(/\.00$/, "");
  const style = styleOf(
    `whole ${currency}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        maximumFractionDigits: 0,
      }),
  );
  return style.format(amount as `${number}`);
}

/** A decimal string at a glance: "$1.23M", "$840K", "$912". */
export function formatMoneyShort(amount: string, currency: string): string {
  const size = Math.abs(Number(amount));
  const style = styleOf(
    `short ${currency} ${size < 1000 ? "s" : "l"}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        notation: "compact",
        ...(size < 1000
          ? { maximumFractionDigits: 0, minimumFractionDigits: 0 }
          : { maximumSignificantDigits: 3 }),
      }),
  );
  return style.format(Number(amount));
}

/** 0.4231 → "42.3%". */
export function formatRate(rate: number): string {
  return styleOf(
    "rate",
    () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
  ).format(rate);
}

/** 12345.6 → "12,346"; small numbers keep one decimal where they have one. */
export function formatCount(count: number): string {
  const digits = Number.isInteger(count) || Math.abs(count) >= 100 ? 0 : 1;
  return styleOf(
    `count ${digits}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  ).format(count);
}

/** 1 → "1 day", 57 → "57 days". */
export function formatDays(days: number): string {
  return days === 1 ? "1 day" : `${formatCount(days)} days`;
}

/** "1 opportunity", "12 opportunities". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** What a figure of a measure says, in its unit, at a glance. */
export function formatFigure(value: string | number, unit: string, currency: string | null): string {
  if (unit === "money") return formatMoneyShort(String(value), currency ?? "USD");
  if (unit === "money-per-day") return `${formatMoneyShort(String(value), currency ?? "USD")} a day`;
  if (unit === "rate") return formatRate(Number(value));
  if (unit === "days") return formatDays(Number(value));
  if (unit === "ratio") return `${formatCount(Math.round(Number(value) * 100) / 100)}×`;
  return formatCount(Number(value));
}

/** "NO" → "Norway"; what is no two-letter code stays as it is. */
export function countryName(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
}

/** "sales-cycle" or "stage" → "Sales cycle", "Stage". */
export function headline(name: string): string {
  const spaced = name.replace(/^custom\./, "").replace(/[-_.]/g, " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
