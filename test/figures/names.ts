/** Ids of the little world by name, the same in every run, so that a failing test can be read. */

const letters: Readonly<Record<string, string>> = {
  workspace: "0",
  person: "1",
  team: "2",
  account: "3",
  product: "4",
  pipeline: "5",
  stage: "6",
  opportunity: "7",
  other: "8",
};

/** The id of the record of that kind and name. Other names give other ids. */
export function idOf(kind: keyof typeof letters, name: string): string {
  let mixed = 7n;
  for (const letter of name) mixed = (mixed * 131n + BigInt(letter.codePointAt(0) ?? 0)) % 0xffffffffffffn;
  return `0000000${letters[kind]}-0000-4000-8000-${mixed.toString(16).padStart(12, "0")}`;
}

/** A moment told as a day (nine in the morning) or as a day and a time, in New York. */
export function moment(told: string): Temporal.Instant {
  const text = told.includes(" ") ? told.replace(" ", "T") : `${told}T09:00`;
  return Temporal.PlainDateTime.from(text).toZonedDateTime("America/New_York").toInstant();
}

export const day = (told: string): Temporal.PlainDate => Temporal.PlainDate.from(told);
