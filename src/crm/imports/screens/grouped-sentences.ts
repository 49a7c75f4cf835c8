/** Sentences about files, sorted to the file that each speaks of. */

export interface GroupedTexts {
  readonly common: readonly string[];
  readonly byFile: readonly { readonly file: string; readonly texts: readonly string[] }[];
}

/** "a.csv: text" and "a.csv, Column: text" stand under a.csv, without its name; what names no single file is common. */
export function groupedByFile(texts: readonly string[], files: readonly string[]): GroupedTexts {
  const common: string[] = [];
  const byFile = new Map<string, string[]>();
  // A name that begins with another one's is looked for first.
  const names = files.toSorted((a, b) => b.length - a.length);
  for (const text of texts) {
    const file = names.find((name) => text.startsWith(`${name}: `) || text.startsWith(`${name}, `));
    const rest = file === undefined ? text : text.slice(file.length + 2);
    // "a.csv, b.csv: …" speaks of several files.
    if (file === undefined || names.some((name) => rest.startsWith(name))) {
      common.push(text);
      continue;
    }
    const own = byFile.get(file) ?? [];
    byFile.set(file, own);
    own.push(rest);
  }
  return { common, byFile: [...byFile].map(([file, own]) => ({ file, texts: own })) };
}
