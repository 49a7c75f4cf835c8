/** What an import takes for granted because no file says it, in sentences for the person who imports. */
import { headerWords } from "../recognition/wording.ts";
import { decimalMarkOf } from "../values/column-format.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import { type FilePlan, fills } from "./column-plan.ts";
import type { ImportOptions, ImportSetting } from "./import-plan.ts";

/** Assumptions on money and time that hold for all files. */
export function assumeSetting(
  files: readonly FilePlan[],
  options: ImportOptions,
  setting: ImportSetting,
): string[] {
  const withMoney = files.filter((file) => file.columns.some((column) => column.kind === "money"));
  const says = (file: FilePlan) =>
    fills(file, "currency") ||
    file.columns.every(({ kind, currencies }) => kind !== "money" || currencies?.[""] !== undefined);
  const isMarked = (file: FilePlan) => file.columns.some(({ currencies }) => currencies !== undefined);
  const currency = options.currency ?? setting.currency;
  const whose = options.currency === undefined ? "the workspace's currency" : "as asked for";
  const found: string[] = [];
  for (const marked of [false, true]) {
    const silent = withMoney
      .filter((file) => !says(file) && isMarked(file) === marked)
      .map(({ file }) => file);
    const which = marked ? "amounts without a sign" : "amounts";
    if (silent.length > 0)
      found.push(
        `${silent.join(", ")}: no column says the currency, so ${which} are taken as ${currency}, ${whose}.`,
      );
  }
  if (
    files.some((file) => file.columns.some((column) => column.kind === "day" || column.kind === "moment"))
  ) {
    found.push(
      `Days and times without an offset are taken as of ${setting.timeZone}, the workspace's time zone.`,
    );
  }
  return found;
}

/** Assumptions on how the opportunities of a file lived, when the file has dates only. */
export function assumeCourse(file: FilePlan): string[] {
  if (file.object !== "opportunity") return [];
  const found: string[] = [];
  const begun = file.columns.filter((column) => column.stage !== null);
  for (const column of begun)
    found.push(`${file.file}: ${column.column} is the date on which the stage “${column.stage}” began.`);
  if (!fills(file, "createdAt") && begun[0] !== undefined) {
    found.push(
      `${file.file}: no column says when an opportunity was created, so it is taken as created on ${begun[0].column}.`,
    );
  }
  const closing = file.columns.find((column) => column.field === "closedAmount");
  if (closing !== undefined && !fills(file, "amount")) {
    found.push(
      `${file.file}: ${closing.column} is known only at the close. While open, and when lost, an opportunity is valued at the list price of its product.`,
    );
  }
  return found;
}

/** Numbers that could be money if the file said their unit. */
export function assumeUnits(file: FilePlan): string[] {
  const unclear = file.columns.filter(
    ({ column, custom }) => custom?.type === "number" && headerWords(column) === "revenue",
  );
  const scaled = file.columns.filter(({ zeros }) => zeros !== undefined);
  return [
    ...unclear.map(
      ({ column }) =>
        `${file.file}: ${column} is kept as a number of its own, because the file does not say its unit.`,
    ),
    ...scaled.map(
      ({ column, zeros, examples }) =>
        `${file.file}, ${column}: the header says ${zeros === 3 ? "thousands" : "millions"}, so “${examples[0] ?? "1"}” is read with ${zeros} more zeros.`,
    ),
  ];
}

/** Probabilities that a file writes in two ways. */
export function assumeShares(file: FilePlan, profiles: readonly ColumnProfile[]): string[] {
  return file.columns.flatMap(({ kind, percent, column }, at) => {
    const { shares = 0, numberMax = 0 } = profiles[at] ?? {};
    if (kind !== "rate" || !percent || shares === 0) return [];
    const times = `${shares} ${shares === 1 ? "number" : "numbers"} between 0 and 1`;
    return [
      `${file.file}, ${column}: numbers up to ${numberMax} are read as percent, and the ${times} among them as shares of one.`,
    ];
  });
}

/** Columns of numbers in which a sign could part thousands or decimals, and how it is read. */
export function assumeMarks(file: FilePlan, profiles: readonly ColumnProfile[]): string[] {
  return file.columns.flatMap((column, at) => {
    const profile = profiles[at];
    const isNumber =
      column.kind === "money" ||
      column.kind === "number" ||
      column.kind === "integer" ||
      column.custom?.type === "number";
    if (profile === undefined || !isNumber || !decimalMarkOf(profile).assumed) return [];
    return [
      `${file.file}, ${column.column}: numbers like ${column.examples[0]} are read with a sign between thousands, not as decimals.`,
    ];
  });
}
