/** Names of months, in full or shortened, in the languages in which exports write them. */

const months: readonly string[] = [
  "january januar janvier enero gennaio janeiro",
  "february februar fevrier febrero febbraio fevereiro",
  "march marz maerz mrz mars marzo marco",
  "april avril abril aprile",
  "may mai mayo maggio maio",
  "june juni juin junio giugno junho",
  "july juli juillet julio luglio julho",
  "august aout agosto",
  "september septembre septiembre settembre setembro",
  "october oktober octobre octubre ottobre outubro",
  "november novembre noviembre novembro",
  "december dezember decembre diciembre dicembre dezembro",
];
const fewestLetters = 3;

/** The number of a month by its name or the beginning of it: "Mar", "März" and "marzo" are 3; null when it is none or can be two. */
export function monthNamed(name: string): number | null {
  const bare = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  if (bare.length < fewestLetters) return null;
  const found = months.flatMap((names, at) =>
    names.split(" ").some((one) => one.startsWith(bare)) ? [at + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
