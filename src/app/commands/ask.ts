/** The commands that ask: pipeline, waterfall, measure, measures. */
import { askMeasure, listMeasures } from "#analytics/contract";
import { askPipeline, askWaterfall } from "#run/contract";
import {
  type Command,
  dayText,
  type Given,
  type Io,
  jsonFlag,
  WrongUsage,
  whereFlag,
  workspaceFlag,
} from "./command.ts";
import { type Connection, connect } from "./connection.ts";
import { grouped, readable, table } from "./print.ts";

async function asking<T>(
  io: Io,
  given: Given,
  what: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connect(io, what, given.text("workspace"), "read");
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

function present(io: Io, given: Given, answer: unknown, lines: () => string, notes: readonly string[]): void {
  io.out(given.is("json") ? JSON.stringify(answer, null, 2) : lines());
  for (const note of notes) io.say(note);
}

const asOfFlag = {
  name: "as-of",
  value: "DATE",
  help: "The day whose knowledge is asked for; today when left out",
};
const byFlag = {
  name: "by",
  value: "DIMENSION",
  help: "Break down by person, manager, region, product, stage, account, quarter, …",
};

export const pipeline: Command = {
  name: "pipeline",
  operands: "",
  summary: "The open pipeline as it stood at the end of a day",
  flags: [asOfFlag, byFlag, whereFlag, workspaceFlag, jsonFlag],
  examples: [
    "quarterdeck pipeline --as-of 2026-03-31 --by person",
    "quarterdeck pipeline --by stage --where region=West --json",
  ],
  async run(given, io) {
    const asOf = dayText(given.text("as-of"), "as-of");
    const query = {
      by: given.text("by") ?? "stage",
      where: [...given.all("where")],
      ...(asOf ? { asOf } : {}),
    };
    const answer = await asking(io, given, "the command “pipeline”", (connection) =>
      connection.call(askPipeline, { query }),
    );
    const { notes, ...shown } = answer;
    const lines = () =>
      table(
        [answer.by, "count", `amount (${answer.total.currency})`],
        [...answer.rows, { key: "total", ...answer.total }].map((row) => [
          row.key,
          String(row.count),
          grouped(row.amount),
        ]),
        [1, 2],
      );
    present(io, given, { ...shown, notes }, lines, notes);
  },
};

export const waterfall: Command = {
  name: "waterfall",
  operands: "",
  summary: "What moved the open pipeline between two days, step by step",
  flags: [
    { name: "from", value: "DATE", help: "The first of the two days" },
    { name: "to", value: "DATE", help: "The second of the two days" },
    { name: "closing-from", value: "DATE", help: "Only what is expected to close on or after this day" },
    { name: "closing-to", value: "DATE", help: "Only what is expected to close on or before this day" },
    whereFlag,
    workspaceFlag,
    jsonFlag,
  ],
  examples: [
    "quarterdeck waterfall --from 2026-01-01 --to 2026-03-31",
    "quarterdeck waterfall --from 2026-01-01 --to 2026-03-31 --closing-to 2026-06-30 --json",
  ],
  async run(given, io) {
    const from = dayText(given.text("from"), "from");
    const to = dayText(given.text("to"), "to");
    if (!from || !to) throw new WrongUsage("waterfall needs --from DATE and --to DATE.");
    const closingFrom = dayText(given.text("closing-from"), "closing-from");
    const closingTo = dayText(given.text("closing-to"), "closing-to");
    const query = {
      from,
      to,
      where: [...given.all("where")],
      ...(closingFrom ? { closingFrom } : {}),
      ...(closingTo ? { closingTo } : {}),
    };
    const answer = await asking(io, given, "the command “waterfall”", (connection) =>
      connection.call(askWaterfall, { query }),
    );
    const lines = () =>
      table(
        ["step", "count", `amount (${answer.currency})`],
        answer.steps.map((step) => [step.name, String(step.count), grouped(step.amount)]),
        [1, 2],
      );
    present(io, given, answer, lines, answer.notes);
  },
};

export const measure: Command = {
  name: "measure",
  operands: "NAME",
  summary: "A measure in a period, by a dimension, as of a day",
  flags: [
    { name: "from", value: "DATE", help: "First day of the period" },
    { name: "to", value: "DATE", help: "Last day of the period" },
    { name: "last", value: "WINDOW", help: "A rolling window in place of a period: 90d, 13w, 6m, 4q, 1y" },
    byFlag,
    asOfFlag,
    whereFlag,
    {
      name: "switch",
      value: "NAME=CHOICE",
      help: "A choice of the measure, for example basis=cohort; can be repeated",
      many: true,
    },
    workspaceFlag,
    jsonFlag,
  ],
  examples: [
    "quarterdeck measure win-rate --by quarter",
    "quarterdeck measure bookings --from 2026-02-01 --to 2026-04-30 --by region --json",
  ],
  async run(given, io) {
    const from = dayText(given.text("from"), "from");
    const to = dayText(given.text("to"), "to");
    const asOf = dayText(given.text("as-of"), "as-of");
    const by = given.text("by");
    const last = given.text("last");
    const query = {
      where: [...given.all("where")],
      switches: [...given.all("switch")],
      ...{
        ...(from && { from }),
        ...(to && { to }),
        ...(asOf && { asOf }),
        ...(by && { by }),
        ...(last && { last }),
      },
    };
    const params = { name: given.operands[0] ?? "" };
    const answer = await asking(io, given, "the command “measure”", (connection) =>
      connection.call(askMeasure, { params, query }),
    );
    const hasIntervals = answer.intervalMethod !== null;
    const lines = () =>
      table(
        [
          answer.by ?? "",
          `${answer.measure}${answer.currency ? ` (${answer.currency})` : ""}`,
          ...(hasIntervals ? ["likely between"] : []),
          "n",
          "",
        ],
        [...answer.rows, { key: "total", ...answer.total }].map((row) => [
          row.key,
          readable(row.value, answer.unit),
          ...(hasIntervals ? [intervalText(row.interval)] : []),
          String(row.n),
          row.reason ?? "",
        ]),
        hasIntervals ? [1, 2, 3] : [1, 2],
      );
    const method = hasIntervals ? [`Likely between: ${answer.intervalMethod}.`] : [];
    present(io, given, answer, lines, [...method, ...answer.notes]);
  },
};

const intervalText = (interval: { low: number; high: number } | null): string =>
  interval === null ? "" : `${readable(interval.low, "rate")} – ${readable(interval.high, "rate")}`;

export const measures: Command = {
  name: "measures",
  operands: "",
  summary: "Every measure with its definition and switches, and the dimensions",
  flags: [workspaceFlag, jsonFlag],
  examples: ["quarterdeck measures"],
  async run(given, io) {
    const answer = await asking(io, given, "the command “measures”", (connection) =>
      connection.call(listMeasures, {}),
    );
    const lines = () =>
      [
        ...answer.measures.map((one) => {
          const switches = one.switches.map(
            (each) => `    --switch ${each.name}=${each.options.map((option) => option.value).join("|")}`,
          );
          return [`${one.name}  ${one.sentence}`, `    = ${one.formula}`, ...switches].join("\n");
        }),
        `Dimensions: ${answer.dimensions.map((dimension) => dimension.name).join(", ")}`,
      ].join("\n\n");
    present(io, given, answer, lines, []);
  },
};
