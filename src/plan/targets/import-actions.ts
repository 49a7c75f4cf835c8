/** Targets as rows of an import: how tables of them are told, and how a row becomes a target. */
import { fiscalCalendar } from "#base/kernel";
import type { Db } from "#base/platform";
import {
  type ContributedKind,
  importedDay as dayIn,
  importField as field,
  type ImportedOrRefused,
  type ImportedRow,
  type KindDecision,
  namedInRows,
  type RowContext,
  importedText as textIn,
  importedTruth as truthIn,
} from "#crm";
import { workspaceOf } from "#people";
import { changeTargets, findTargetsFrom, insertTargets, targetNames } from "./bulk-store.ts";
import {
  grainSaidIn,
  rhythmOf,
  type Stretch,
  type StretchGrain,
  stretchFrom,
  stretchGrains,
  stretchNamed,
} from "./stretch.ts";
import { aTargetHasAtLeastADay, aTargetIsNotNegative, type TargetSaid } from "./target.ts";

const refused = (name: string, reason: string): ImportedOrRefused<TargetSaid> => ({
  refused: { field: name, reason },
});

/** What is decided on the days of targets: how long each holds, or that it holds until the next first day. */
const settings = [{ name: "period", values: [...stretchGrains, "next"] }] as const;

/** Words of columns that part targets further than by person: rows of them are targets of their own. */
const parts = /territor|region|team|product|segment|account|office|branch|country|family/i;

type Decide = NonNullable<ContributedKind["decide"]>;

const decide: Decide = async (file, rows, { said, timeZone }): Promise<KindDecision> => {
  const nothing = { settings: {}, assumptions: [], questions: [] };
  const uses = (name: string) =>
    file.columns.find((column) => column.use === "field" && column.field === name);
  const first = uses("startsOn");
  if (first === undefined || uses("endsOn") !== undefined) return nothing;
  const days: Temporal.PlainDate[] = [];
  for await (const row of rows) {
    const day = dayIn(row, "startsOn", timeZone);
    if (day !== null) days.push(day);
  }
  const rhythm = rhythmOf(days);
  const hint = days.every((day) => day.day === 1) ? grainSaidIn(first.column) : null;
  const period = said.period ?? hint ?? (rhythm?.onFirsts === false ? "next" : rhythm?.grain) ?? null;
  if (period === null) {
    const question = `How long does a target hold that begins in ${first.column}: a month, a quarter or a year? The days do not tell.`;
    const option = `a mapping: {"files": {${JSON.stringify(file.file)}: {"settings": {"period": "month"}}}}, or quarter, or year`;
    const asked = { file: file.file, column: first.column, question, examples: [...first.examples], option };
    return { ...nothing, questions: [asked] };
  }
  if (period !== "next") {
    const because = said.period === undefined ? "" : ", as was said";
    const sentence = `${file.file}: each target holds for a ${period} from ${first.column} on${because}.`;
    return { ...nothing, settings: { period }, assumptions: [sentence] };
  }
  const starts = [...new Set(days.map(String))].toSorted();
  const last = rhythm?.grain ?? "quarter";
  const sentence = `${file.file}: each target holds from ${first.column} until the next day on which targets of the file begin; the last ones for a ${last}.`;
  return { ...nothing, settings: { period, last, starts: starts.join(" ") }, assumptions: [sentence] };
};

/** Gives the days of a row of targets, or the reason why it has none. */
async function stretches(context: RowContext, trx: Db) {
  const { fiscal } = await workspaceOf(trx, context.workspaceId);
  const calendar = fiscalCalendar(fiscal);
  const { period = "", starts = "", last = "quarter" } = context.settings;
  const grainOf = (word: string): StretchGrain => stretchGrains.find((grain) => grain === word) ?? "month";
  const following = starts.split(" ");
  return (row: ImportedRow): Stretch | string => {
    const named = textIn(row, "period");
    const startsOn = dayIn(row, "startsOn", context.timeZone);
    const endsOn = dayIn(row, "endsOn", context.timeZone);
    if (startsOn === null) {
      if (named === null) return "The row does not say when the target begins.";
      return stretchNamed(named, calendar) ?? `“${named}” is no period of the fiscal calendar.`;
    }
    if (endsOn !== null) return { startsOn, endsOn };
    const next = period === "next" ? following[following.indexOf(startsOn.toString()) + 1] : undefined;
    if (next !== undefined) return { startsOn, endsOn: Temporal.PlainDate.from(next) };
    return stretchFrom(startsOn, grainOf(period === "next" ? last : period), calendar);
  };
}

const reader: ContributedKind<TargetSaid>["reader"] = async (context, trx, rows) => {
  const people = await context.people(namedInRows(rows, "person"));
  const daysOf = await stretches(context, trx);
  return (row): ImportedOrRefused<TargetSaid> => {
    if (truthIn(row, "isQuantity") === true)
      return refused("isQuantity", "It is a target of a quantity; targets are amounts of money.");
    const currency = context.currency(row);
    if (currency === null)
      return refused("currency", "It is not a currency code of three letters, such as USD.");
    const amountMinor = context.amountMinor(row, "amount", currency);
    if (amountMinor === null) return refused("amount", "The row has no amount.");
    const days = daysOf(row);
    if (typeof days === "string")
      return refused(textIn(row, "period") === null ? "startsOn" : "period", days);
    const person = textIn(row, "person");
    const said: TargetSaid = {
      personId: person === null ? null : (people.get(person) ?? null),
      ...days,
      amountMinor,
      currency,
    };
    const reason = aTargetIsNotNegative(said) ?? aTargetHasAtLeastADay(said);
    return reason === null ? { said } : refused("amount", reason);
  };
};

const whose = (one: Pick<TargetSaid, "personId" | "startsOn" | "endsOn">): string =>
  `${one.personId} ${one.startsOn} ${one.endsOn}`;

async function twins(
  trx: Db,
  workspaceId: string,
  wanted: ReadonlyMap<string, TargetSaid>,
): Promise<Map<string, string>> {
  const said = [...wanted];
  const there = await findTargetsFrom(
    trx,
    workspaceId,
    said.map(([, one]) => one.startsOn),
  );
  const free = Map.groupBy(there, whose);
  return new Map(
    said.flatMap(([key, one]) => {
      const found = free.get(whose(one))?.shift();
      return found === undefined ? [] : [[key, found.id] as const];
    }),
  );
}

const amountWords =
  "target, targets, target amount, sales target, revenue target, quota, quota amount, sales quota, revenue quota, " +
  "monthly target, quarterly target, annual target, monthly quota, quarterly quota, annual quota, goal, sales goal";

/** What is to be booked, by a person or by the company, over some days. */
export const targetImport: ContributedKind<TargetSaid> = {
  object: "target",
  title: "Targets",
  table: "plan.target",
  called: /target|quota|goal/i,
  fields: [
    field("id", "id", "id, target id, quota id, record id"),
    field(
      "person",
      "reference to person",
      "person, person id, employee, employee id, employee number, salesperson, salesperson id, sales person, sales rep, " +
        "rep, rep id, owner, owner id, user, user id, seller, name, email, quota owner, quota owner id",
    ),
    field("amount", "money", amountWords),
    field("currency", "text", "currency, currency code, currency iso code"),
    field(
      "startsOn",
      "day",
      "starts on, start date, start, from, quota date, target date, target month, target quarter, target year, date",
    ),
    field("endsOn", "day", "ends on, end date, end, until, to"),
    field("period", "text", "period, fiscal period, fiscal quarter, fiscal year, quarter, month, year"),
    field("isQuantity", "truth"),
  ],
  cores: [
    ["person", "amount", "startsOn"],
    ["person", "amount", "period"],
    ["amount", "startsOn"],
    ["amount", "period"],
  ],
  isOf: (known, columns) => known.has("person") || !columns.some((column) => parts.test(column)),
  key: ["person", "startsOn", "period"],
  keyToo: parts,
  settings,
  shapes: [
    {
      source: "salesforce",
      object: "target",
      title: "ForecastingQuota",
      needs: ["id", "quotaownerid", "quotaamount"],
      telling: true,
      columns: {
        id: "id",
        quotaownerid: "person",
        quotaamount: "amount",
        startdate: "startsOn",
        currencyisocode: "currency",
        isquantity: "isQuantity",
        isamount: null,
        periodid: null,
        quotaquantity: null,
        forecastingtypeid: null,
        createddate: null,
        createdbyid: null,
        lastmodifieddate: null,
        lastmodifiedbyid: null,
        systemmodstamp: null,
      },
    },
  ],
  decide,
  reader,
  twins,
  insert: insertTargets,
  change: changeTargets,
  namesOf: targetNames,
};
