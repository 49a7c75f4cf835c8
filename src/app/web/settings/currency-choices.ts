/** Every currency by code and name, for a select. */
const names = new Intl.DisplayNames("en", { type: "currency" });

export const currencyChoices = Intl.supportedValuesOf("currency").map((code) => ({
  value: code,
  label: `${code} – ${names.of(code)}`,
}));
