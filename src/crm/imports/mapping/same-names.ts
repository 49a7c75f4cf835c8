/** Files that name each other's records: how many names are found, and which spellings may mean the same record. */

import type { ProfiledFile } from "../recognition/recognise.ts";
import { bareName, editDistance } from "../recognition/wording.ts";
import { personText } from "../values/person-text.ts";
import { type FilePlan, placeOf } from "./column-plan.ts";
import type { ImportOptions, NamedNoun, Proposal } from "./import-plan.ts";

interface Planned {
  readonly plan: FilePlan;
  readonly file: ProfiledFile;
}

const nouns: readonly NamedNoun[] = ["person", "account", "product"];
const plural: Readonly<Record<NamedNoun, string>> = {
  person: "people",
  account: "accounts",
  product: "products",
};

/** All names and ids under which the files of a noun know its records. */
function namesIn(files: readonly Planned[], noun: NamedNoun): Set<string> | null {
  const names = new Set<string>();
  for (const { plan, file } of files.filter((one) => one.plan.object === noun)) {
    for (const field of noun === "person" ? ["id", "name", "email"] : ["id", "name"]) {
      const profile = file.profiles[placeOf(plan, field)];
      if (profile === undefined) continue;
      if (profile.values === null) return null;
      for (const value of profile.values.keys()) names.add(value);
    }
  }
  return names.size === 0 ? null : names;
}

function nearest(
  value: string,
  names: ReadonlyMap<string, string>,
): { match: string; letters: number } | null {
  const bare = bareName(value);
  const most = bare.length < 5 ? 0 : bare.length < 9 ? 1 : 2;
  let best: { match: string; letters: number } | null = null;
  for (const [other, name] of names) {
    const letters = editDistance(bare, other, most);
    if (letters <= most && (best === null || letters < best.letters)) best = { match: name, letters };
  }
  return best;
}

function proposalFor(
  object: NamedNoun,
  file: string,
  value: string,
  names: ReadonlyMap<string, string>,
): Proposal | null {
  const equal = names.get(bareName(value));
  const base = { object, file, value };
  const person = object === "person" ? personText(value) : null;
  const meant = person && [person.email, person.name].find((one) => one !== null && names.has(bareName(one)));
  if (meant && bareName(meant) !== bareName(value)) {
    const match = names.get(bareName(meant)) ?? meant;
    return { ...base, match, evidence: `“${value}” names ${match}.`, accepted: true };
  }
  if (equal !== undefined && bareName(value) !== "") {
    const evidence = `“${value}” and “${equal}” are the same without spaces, letter case and punctuation.`;
    return { ...base, match: equal, evidence, accepted: true };
  }
  const near = nearest(value, names);
  if (near === null) return null;
  const evidence = `“${value}” and “${near.match}” differ in ${near.letters} ${near.letters === 1 ? "letter" : "letters"}; it is kept apart unless you accept it.`;
  return { ...base, match: near.match, evidence, accepted: false };
}

/**
 * For every column that names people, accounts or products of another file: a sentence on how many names are found,
 * and a proposal for each that is not but is spelled alike. A person's word in `same` stands above the evidence.
 */
export function matchNames(files: readonly Planned[], same: NonNullable<ImportOptions["mapping"]>["same"]) {
  const sentences: string[] = [];
  const proposals: Proposal[] = [];
  for (const noun of nouns) {
    const known = namesIn(files, noun);
    if (known === null) continue;
    const byBareName = new Map([...known].map((name) => [bareName(name), name]));
    for (const { plan, file } of files) {
      plan.columns.forEach((column, at) => {
        const values = file.profiles[at]?.values;
        if (column.use !== "field" || column.kind !== `reference to ${noun}` || !values || values.size === 0)
          return;
        const missing = [...values.keys()].filter((value) => !known.has(value));
        sentences.push(
          `${plan.file}, ${column.column}: ${values.size - missing.length} of ${values.size} names are ${plural[noun]} of these files.`,
        );
        for (const value of missing) {
          const decided = same?.[noun]?.[value];
          const proposal = proposalFor(noun, plan.file, value, byBareName);
          if (decided === null && proposal) proposals.push({ ...proposal, accepted: false });
          else if (decided)
            proposals.push({
              object: noun,
              file: plan.file,
              value,
              match: decided,
              evidence: "Said by hand.",
              accepted: true,
            });
          else if (proposal) proposals.push(proposal);
        }
      });
    }
  }
  return { sentences, proposals: withoutDoubles(proposals) };
}

function withoutDoubles(proposals: readonly Proposal[]): Proposal[] {
  const seen = new Map(proposals.map((one) => [`${one.object} ${one.value}`, one]));
  return [...seen.values()];
}
