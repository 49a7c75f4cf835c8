/** Which currencies a file means by codes, ids, names and signs, in a column of their own or beside amounts. */
import { type CurrencyWord, currencyWord } from "../values/currency-words.ts";
import { headerUnit } from "../values/header-unit.ts";
import type { ColumnPlan } from "./column-plan.ts";
import type { ImportOptions, ImportSetting } from "./import-plan.ts";
import { columnsFilling, type ValuedFile, ValueMapper, type ValueMaps } from "./value-maps.ts";

interface Chosen {
  readonly currency: string;
  /** "the workspace's currency" or "as asked for". */
  readonly because: string;
}

const chosenIn = (options: ImportOptions, setting: ImportSetting): Chosen => ({
  currency: options.currency ?? setting.currency,
  because: options.currency === undefined ? "the workspace's currency" : "as asked for",
});

const some = (codes: readonly string[]): string =>
  codes.length > 4 ? `${codes.slice(0, 4).join(", ")} and others` : codes.join(", ");

function decisionOn(value: string, word: CurrencyWord, chosen: Chosen) {
  const [first = ""] = word.codes;
  if (word.codes.length === 1) {
    const evidence = `“${value}” is ${word.by === "sign" ? "the sign" : "a name"} of ${first}.`;
    return { match: first, evidence, accepted: true };
  }
  const written = `“${value}” is written for ${some(word.codes)}`;
  return word.codes.includes(chosen.currency)
    ? {
        match: chosen.currency,
        evidence: `${written}; taken as ${chosen.currency}, ${chosen.because}.`,
        accepted: true,
      }
    : { match: first, evidence: `${written}; no file says which.`, accepted: false };
}

const key = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();
const isId = (value: string): boolean =>
  /^\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?$/i.test(value) || /^\d{6,}$/.test(value);

/** What the values of columns of currencies stand for. `listed`: the source's own table, id → code. */
export function currencyValues(
  files: readonly ValuedFile[],
  listed: ReadonlyMap<string, string>,
  options: ImportOptions,
  setting: ImportSetting,
): ValueMaps {
  const mapper = new ValueMapper(options.mapping?.values?.currency);
  const chosen = chosenIn(options, setting);
  const codes = new Map([...listed].map(([id, code]) => [key(id), code]));
  for (const { file, column, values } of columnsFilling(files, "currency")) {
    const unknownIds = [...values.keys()].filter((value) => isId(value) && !codes.has(key(value)));
    for (const [value, times] of values) {
      const code = codes.get(key(value));
      const word = currencyWord(value);
      if (code !== undefined && !mapper.isSaid(value)) mapper.know(file, column.column, value, code);
      else if (word !== null) {
        if (word.by !== "code" || mapper.isSaid(value)) {
          const decision = decisionOn(value, word, chosen);
          mapper.decide(file, column.column, value, decision);
          if (!decision.accepted && !mapper.isSaid(value)) askWhich(mapper, file, column.column, value);
        }
      } else if (isId(value)) {
        const only = unknownIds.length === 1;
        const evidence = only
          ? `“${value}” is the only currency that no file names; taken as ${chosen.currency}, ${chosen.because}.`
          : `“${value}” is one of ${unknownIds.length} currencies that no file names.`;
        mapper.decide(file, column.column, value, { match: chosen.currency, evidence, accepted: only });
        if (!only && !mapper.isSaid(value)) askWhich(mapper, file, column.column, value);
      } else {
        mapper.decide(file, column.column, value, null);
        if (!mapper.isSaid(value) && !/^[A-Za-z]{3}$/.test(value))
          mapper.warn(
            `${file}, ${column.column}: “${value}” is no currency. ${times === 1 ? "The row with it is" : `The ${times} rows with it are`} refused unless the mapping says which it is (values, currency).`,
          );
      }
    }
  }
  return mapper.finish();
}

function askWhich(mapper: ValueMapper, file: string, column: string, value: string): void {
  mapper.ask({
    file,
    column,
    question: `Which currency is “${value}” in ${column}? No file says it.`,
    examples: [value],
    option: `the table of currencies beside the file, or a mapping: {"values": {"currency": {${JSON.stringify(value)}: "EUR"}}}`,
  });
}

/**
 * Columns of amounts with the currencies that the signs in them stand for, where no column says the currency; with a
 * sentence on each, or a question where a sign can be several currencies and nobody has said which.
 */
export function markedCurrencies(file: ValuedFile, options: ImportOptions, setting: ImportSetting) {
  const chosen = chosenIn(options, setting);
  const assumptions: string[] = [];
  const questions: { file: string; column: string; question: string; examples: string[]; option: string }[] =
    [];
  const says = file.columns.some((column) => column.use === "field" && column.field === "currency");
  const columns = file.columns.map((column, at): ColumnPlan => {
    const profile = file.file.profiles[at];
    if (says || profile === undefined || column.kind !== "money") return column;
    const currencies: Record<string, string> = {};
    const header = headerUnit(column.column).currency;
    if (header !== null) {
      const [first = ""] = header.codes;
      const meant = header.codes.includes(chosen.currency) ? chosen.currency : first;
      currencies[""] = meant;
      const because = header.codes.length === 1 ? "" : `, written for ${some(header.codes)}`;
      assumptions.push(
        `${file.file.file}, ${column.column}: the header says the currency, ${meant}${because}.`,
      );
    }
    for (const [mark, times] of profile.currencyMarks) {
      const codes = currencyWord(mark)?.codes ?? [];
      const [only] = codes;
      const isOpen = codes.length > 1 && !codes.includes(chosen.currency) && options.currency === undefined;
      if (isOpen) {
        questions.push({
          file: file.file.file,
          column: column.column,
          question: `Amounts in ${column.column} are written with “${mark}”, which can be ${some(codes)}. Which is it?`,
          examples: [...column.examples],
          option: `--currency ${only}`,
        });
        continue;
      }
      const meant = codes.length === 1 ? only : chosen.currency;
      if (meant === undefined) continue;
      currencies[mark] = meant;
      const because = codes.length === 1 ? "" : `, ${chosen.because}`;
      assumptions.push(
        `${file.file.file}, ${column.column}: ${times} ${times === 1 ? "amount is" : "amounts are"} written with “${mark}” and taken as ${meant}${because}.`,
      );
    }
    return Object.keys(currencies).length === 0 ? column : { ...column, currencies };
  });
  return { columns, assumptions, questions };
}
