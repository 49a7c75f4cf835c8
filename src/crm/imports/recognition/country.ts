/** Whether a text names a country: its English name or its ISO code, as the runtime's own tables know them. */

const commonNames = [
  "usa",
  "uk",
  "south korea",
  "north korea",
  "russia",
  "czech republic",
  "turkey",
  "holland",
  "uae",
];

let known: ReadonlySet<string> | null = null;

function countries(): ReadonlySet<string> {
  if (known !== null) return known;
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const found = new Set(commonNames);
  for (let code = 0; code < 26 * 26; code += 1) {
    const region = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26));
    const name = names.of(region);
    if (name !== undefined) found.add(name.toLowerCase()).add(region.toLowerCase());
  }
  known = found;
  return found;
}

/** Whether most of the given values name countries. */
export function areMostlyCountries(values: readonly string[]): boolean {
  const named = values.filter((value) => countries().has(value.trim().toLowerCase())).length;
  return values.length > 0 && named * 2 > values.length;
}
