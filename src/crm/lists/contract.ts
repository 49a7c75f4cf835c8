import { z } from "zod";
import { endpoint, flowing, workbookType } from "#base/contract";
import { idText, listOutline, listQuery, version } from "#base/wire";
import { listNouns } from "./list-noun.ts";

export const nounParams = z.strictObject({ noun: z.enum(listNouns) });

export const getListOutline = endpoint({
  method: "GET",
  path: "/api/lists/:noun/outline",
  permission: "records.read",
  summary: "How many records a list has, what they add up to, its groups, and where its pages begin.",
  params: nounParams,
  query: z.strictObject({ ...listQuery, find: idText.optional() }),
  output: listOutline,
});
const exportQuery = z.strictObject({
  ...listQuery,
  columns: z
    .string()
    .max(4000)
    .optional()
    .describe("Which columns, in which order; all where it is left out"),
});
export const exportCsv = endpoint({
  method: "GET",
  path: "/api/lists/:noun/export.csv",
  permission: "records.read",
  summary: "A list as a CSV file: exactly the records, order and columns that are asked for, however many.",
  params: nounParams,
  query: exportQuery,
  output: flowing,
  answers: "text/csv",
  flows: true,
});
export const exportWorkbook = endpoint({
  method: "GET",
  path: "/api/lists/:noun/export.xlsx",
  permission: "records.read",
  summary:
    "A list as an Excel workbook: exactly the records, order and columns that are asked for, however many.",
  params: nounParams,
  query: exportQuery,
  output: flowing,
  answers: workbookType,
  flows: true,
});

const rowChange = z.strictObject({
  id: idText,
  version: version.describe("The version that the author saw"),
  cells: z
    .record(z.string().max(100), z.string().max(20_000).nullable())
    .describe("By column: what is typed or pasted; null takes the value away"),
});
export type RowChange = z.infer<typeof rowChange>;
const cellText = z
  .strictObject({ text: z.string().describe("Can be sent as it is to put it back"), label: z.string() })
  .nullable();
const cellsChanged = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: idText,
      version,
      changed: z.array(z.strictObject({ column: z.string(), before: cellText, after: cellText })),
      refusals: z.array(
        z.strictObject({
          column: z.string().nullable().describe("Null where the whole record is refused"),
          message: z.string(),
        }),
      ),
    }),
  ),
});
export type CellsChanged = z.infer<typeof cellsChanged>;

export const changeCells = endpoint({
  method: "POST",
  path: "/api/lists/:noun/cells",
  permission: "records.write",
  summary:
    "Changes records cell by cell, as typed or pasted; what is refused is told by cell and the rest is kept. With preview nothing is.",
  params: nounParams,
  body: z.strictObject({ preview: z.boolean().default(false), rows: z.array(rowChange).min(1).max(200) }),
  output: cellsChanged,
});

export const getListValues = endpoint({
  method: "GET",
  path: "/api/lists/:noun/values",
  permission: "records.read",
  summary: "The values that records have in a column, the most frequent first.",
  params: nounParams,
  query: z.strictObject({
    ...listQuery,
    column: z.string().max(100),
    label: z.string().max(200).default("").describe("A part of the value's name"),
    limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() })),
  }),
});
