/** Names compared as people mean them: headers, stage words, the names of products and accounts. */

/** A header as lower-case words: "StageName", "stage_name" and "Stage Name (text)" are all "stage name". */
export function headerWords(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/\(.*?\)/g, " ")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A header as one lower-case word: "Billing City", "BILLINGCITY" and "billing_city" are all "billingcity". */
export function headerWord(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A name without case, spaces, accents and punctuation: "GTX Pro", "gtx-pro" and "GTXPro" are the same. */
export function bareName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const endings = [
  "ations",
  "ation",
  "ments",
  "ment",
  "ings",
  "ing",
  "ions",
  "ion",
  "ies",
  "es",
  "ed",
  "s",
  "e",
  "y",
];

/** The stem of an English word, as far as it takes to see that "engage", "Engaging" and "engagement" are one. */
export function stem(word: string): string {
  let rest = word.toLowerCase();
  for (let times = 0; times < 2; times += 1) {
    const ending = endings.find((one) => rest.endsWith(one) && rest.length - one.length >= 3);
    if (ending !== undefined) rest = rest.slice(0, -ending.length);
  }
  return rest;
}

/** The stems of all words of a name, in order. */
export function stems(name: string): string {
  return headerWords(name).split(" ").map(stem).join(" ");
}

/** How many letters must be added, dropped or exchanged to get from one text to the other; above `most` it stops counting. */
export function editDistance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchange = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchange, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before[b.length] ?? most + 1;
}

/** A key for a custom field: "Opp Close Date_Simulated" → "opp_close_date_simulated". */
export function customKey(header: string): string {
  const key = headerWords(header.replace(/__c$/i, ""))
    .normalize("NFKD")
    .replace(/[^a-z0-9 ]+/g, "")
    .trim()
    .replaceAll(/ +/g, "_")
    .slice(0, 60);
  return /^[a-z]/.test(key) ? key : `field_${key === "" ? "unnamed" : key}`.slice(0, 60);
}
