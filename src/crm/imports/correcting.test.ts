import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { fixedClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { counts, imported, opened, planned, run } from "../../../test/importing.ts";
import * as contract from "./contract.ts";
import { importRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

/** A client on a workspace of its own. */
async function newDesk(name: string): Promise<Client> {
  const workspaceId = await foundTestWorkspace(desk.database, clock, name);
  return signedInClient(importRoutes, { clock, database: desk.database, workspaceId });
}

async function rowsOf(client: Client, text: string): Promise<unknown[]> {
  return (
    await sql.raw<object>(text.replaceAll("$ws", `'${client.workspaceId}'`)).execute(client.database.db)
  ).rows;
}

const replan = (client: Client, id: string, options: contract.ImportOptionsIn) =>
  client.call(contract.planOfImport, { params: { id }, body: { options } });

const odd = {
  "odd.csv":
    "Deal ID,Stage,Amount,Close Date,Score\nO1,Prospecting,1.234,03/04/2026,7\nO2,Prospecting,5.678,05/06/2026,x\n",
};

test("what can be read in two ways is shown with what each would make of it, and is read as is said", async () => {
  const { id, plan } = await planned(desk, odd);
  expect(plan.doubts).toEqual([
    {
      file: "odd.csv",
      column: "Amount",
      about: "decimal-mark",
      chosen: ",",
      choices: [
        {
          value: ".",
          examples: [
            { text: "1.234", read: "1.234" },
            { text: "5.678", read: "5.678" },
          ],
        },
        {
          value: ",",
          examples: [
            { text: "1.234", read: "1234" },
            { text: "5.678", read: "5678" },
          ],
        },
      ],
    },
    {
      file: "odd.csv",
      column: "Close Date",
      about: "date-order",
      chosen: null,
      choices: [
        {
          value: "dmy",
          examples: [
            { text: "03/04/2026", read: "2026-04-03" },
            { text: "05/06/2026", read: "2026-06-05" },
          ],
        },
        {
          value: "mdy",
          examples: [
            { text: "03/04/2026", read: "2026-03-04" },
            { text: "05/06/2026", read: "2026-05-06" },
          ],
        },
      ],
    },
  ]);
  const formats = { Amount: { decimalMark: "." as const }, "Close Date": { dateOrder: "mdy" as const } };
  const answered = await replan(desk, id, { mapping: { files: { "odd.csv": { formats } } } });
  expect([answered.questions, answered.doubts.map((one) => one.chosen)]).toEqual([[], [".", "mdy"]]);
  expect(answered.assumptions.filter((one) => /Amount|Close Date/.test(one))).toEqual([]);
  await run(desk, id);
  const found = await rowsOf(
    desk,
    "select amount_minor::int as amount, close_on::text as closes from crm.opportunity where workspace_id = $ws order by name",
  );
  expect(found).toEqual([
    { amount: 123, closes: "2026-03-04" },
    { amount: 568, closes: "2026-05-06" },
  ]);
});

test("the decimal mark can be said for all files at once", async () => {
  const id = await opened(desk, odd);
  const plan = await replan(desk, id, { dateOrder: "dmy", decimalMark: "." });
  expect(plan.doubts.map((one) => one.chosen)).toEqual([".", "dmy"]);
});

test("a custom field gets the type that is chosen, and what does not fit it is counted before it is refused", async () => {
  const client = await newDesk("Types");
  const { id, plan } = await planned(client, odd, { dateOrder: "dmy" });
  const typeOf = (one: contract.ImportPlanOut) =>
    one.files[0]?.columns.find(({ column }) => column === "Score")?.customField?.type;
  expect(typeOf(plan)).toBe("text");
  const typed = await replan(client, id, {
    dateOrder: "dmy",
    mapping: { files: { "odd.csv": { columns: { Score: { custom: "number" } } } } },
  });
  expect([typeOf(typed), typed.files[0]?.columns.find(({ column }) => column === "Score")?.misfits]).toEqual([
    "number",
    1,
  ]);
  const end = await run(client, id);
  expect([counts(end), end.rejects.sample.map((one) => [one.field, one.value, one.reason])]).toEqual([
    ["odd.csv opportunity 2: 1 0 0 1"],
    [["Score", "x", "It is not a number."]],
  ]);
  expect(await rowsOf(client, "select key, type from crm.custom_field where workspace_id = $ws")).toEqual([
    { key: "score", type: "number" },
  ]);
});

test("a type for a column that there is not, and a choice among too many values, are refused", async () => {
  const many = [
    "Deal ID,Stage,Note",
    ...Array.from({ length: 201 }, (_, at) => `M${at},Prospecting,note ${at}`),
  ];
  const id = await opened(desk, { "many.csv": many.join("\n") });
  const columns = { Nothing: { custom: "text" as const }, Note: "custom:choice" };
  const refused = await replan(desk, id, { mapping: { files: { "many.csv": { columns } } } }).catch(
    (problem: unknown) => problem,
  );
  expect(refused instanceof CallRefused && refused.problem.fields).toEqual([
    { field: "many.csv, Nothing", message: "There is no such column. There are: Deal ID, Stage, Note." },
    {
      field: "many.csv, Note",
      message: "It has 201 different values, which is too many to choose from: text keeps them.",
    },
  ]);
});

const german = {
  "deals.csv": [
    "Deal ID,Stage,Amount,Currency,Forecast Category,Created",
    "G1,Angebot,10,Euro,Sicher,2026-01-05",
    "G2,Gekauft,20,EUR,Closed,2026-01-06",
    "G3,Kauf bestätigt,30,EUR,Closed,2026-01-07",
    "G4,Zurückgestellt,40,EUR,Omitted,2026-01-08",
  ].join("\n"),
};

test("stages, categories and currencies of a source are shown with the evidence, and mean what is said", async () => {
  const client = await newDesk("Words");
  const { id, plan } = await planned(client, german);
  expect(plan.pipelines[0]?.stages.map((one) => [one.value, one.outcome, one.rows, one.because])).toEqual([
    ["Angebot", "open", 1, "Nothing in its name says that it ends a sale."],
    ["Gekauft", "open", 1, "Nothing in its name says that it ends a sale."],
    ["Kauf bestätigt", "open", 1, "Nothing in its name says that it ends a sale."],
    ["Zurückgestellt", "open", 1, "Nothing in its name says that it ends a sale."],
  ]);
  expect(
    plan.valueMaps.map((one) => [one.field, one.values.filter(({ becomes }) => becomes === null)]),
  ).toEqual([
    [
      "forecastCategory",
      [
        {
          value: "Sicher",
          rows: 1,
          becomes: null,
          because: "None of our categories is called so: the usual one of the stage is taken.",
        },
      ],
    ],
    ["currency", []],
  ]);
  expect(plan.valueMaps.find((one) => one.field === "currency")?.values).toContainEqual({
    value: "Euro",
    rows: 1,
    becomes: "EUR",
    because: "“Euro” is a name of EUR.",
  });
  await replan(client, id, {
    mapping: {
      pipelines: { "": "Vertrieb" },
      stages: {
        "": {
          Gekauft: { name: "Gewonnen", outcome: "won" },
          "Kauf bestätigt": { name: "Gewonnen", outcome: "won" },
          Zurückgestellt: { outcome: "lost" },
        },
      },
      values: { forecastCategory: { Sicher: "commit" }, currency: { Euro: "EUR" } },
    },
  });
  const end = await run(client, id);
  expect(counts(end)).toEqual(["deals.csv opportunity 4: 4 0 0 0"]);
  const found = await rowsOf(
    client,
    `select o.status, s.name as stage, s.outcome, o.currency, o.forecast_category as category, p.name as pipeline
     from crm.opportunity o join crm.stage s using (workspace_id) join crm.pipeline p using (workspace_id)
     where o.workspace_id = $ws and s.id = o.stage_id and p.id = o.pipeline_id order by o.name`,
  );
  const common = { currency: "EUR", pipeline: "Vertrieb" };
  expect(found).toEqual([
    { ...common, status: "open", stage: "Angebot", outcome: "open", category: "commit" },
    { ...common, status: "won", stage: "Gewonnen", outcome: "won", category: "closed" },
    { ...common, status: "won", stage: "Gewonnen", outcome: "won", category: "closed" },
    { ...common, status: "lost", stage: "Zurückgestellt", outcome: "lost", category: "omitted" },
  ]);
  expect(await rowsOf(client, "select count(*)::int as n from crm.stage where workspace_id = $ws")).toEqual([
    { n: 3 },
  ]);
});

test("a pipeline that is there already is joined when it is named, with its stages", async () => {
  const client = await newDesk("Joined");
  await imported(client, german, { sourceName: "north" });
  const id = await opened(client, { "more.csv": german["deals.csv"].replaceAll(/G(\d),/g, "H$1,") });
  const plan = await replan(client, id, { sourceName: "south", mapping: { pipelines: { "": "sales" } } });
  expect(plan.here.pipelines).toEqual([
    { name: "Sales", stages: ["Angebot", "Gekauft", "Kauf bestätigt", "Zurückgestellt"] },
  ]);
  await run(client, id);
  expect(
    await rowsOf(
      client,
      "select (select count(*)::int from crm.pipeline where workspace_id = $ws) as pipelines, (select count(*)::int from crm.stage where workspace_id = $ws) as stages",
    ),
  ).toEqual([{ pipelines: 1, stages: 4 }]);
});

test("a mapping that was kept under a name is found for files with the same columns, whatever they are called", async () => {
  const client = await newDesk("Saved");
  const columns = { Ref: "id", Kunde: "account", Wert: "amount" };
  const said = { files: { "januar.csv": { object: "opportunity" as const, columns } } };
  const { id } = await imported(
    client,
    { "januar.csv": "Ref,Kunde,Wert\nK1,Nord,12.5\n" },
    { mapping: said, currency: "EUR" },
  );
  await client.call(contract.nameImportMapping, { params: { id }, body: { name: "Monthly" } });
  const next = { "februar.csv": "Wert,Ref,Kunde\n13.5,K2,Nord\n", "other.csv": "a,b\n1,2\n" };
  const fresh = await planned(client, next);
  const { items } = await client.call(contract.getFittingMappings, { params: { id: fresh.id } });
  const moved = { files: { "februar.csv": said.files["januar.csv"] } };
  expect(items.map((one) => [one.name, one.fits, one.options])).toEqual([
    ["Monthly", 1, { mapping: moved, currency: "EUR" }],
  ]);
  await replan(client, fresh.id, items[0]?.options ?? {});
  expect(counts(await run(client, fresh.id)).slice(0, 1)).toEqual(["februar.csv opportunity 1: 1 0 0 0"]);
});

test("a name is kept by one mapping only, and forgotten when it is emptied", async () => {
  const client = await newDesk("Names");
  const one = await planned(client, { "a.csv": german["deals.csv"] });
  const other = await planned(client, { "b.csv": german["deals.csv"] });
  const name = (id: string, text: string) =>
    client.call(contract.nameImportMapping, { params: { id }, body: { name: text } });
  await name(one.id, "Ours");
  const taken = await name(other.id, "ours");
  expect(taken.savedAs).toEqual({ name: "ours", by: taken.savedAs?.by, at: "2026-03-10T15:00:00Z" });
  expect((await client.call(contract.getImport, { params: { id: one.id } })).savedAs).toBeNull();
  expect((await name(other.id, "")).savedAs).toBeNull();
});
