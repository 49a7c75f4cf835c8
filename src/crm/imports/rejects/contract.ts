/** Refused rows on the wire: listed, and as files to be corrected. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams } from "#base/wire";
import { count, reject } from "../wire-contract.ts";

export const getImportRejects = endpoint({
  method: "GET",
  path: "/api/imports/:id/rejects",
  permission: "imports.run",
  summary: "The rows that an import refused, each with its line, column, value and reason.",
  params: idParams,
  query: z.strictObject({
    limit: z.coerce.number<number | string>().int().min(1).max(1000).default(200),
    offset: z.coerce.number<number | string>().int().min(0).max(100_000_000).default(0),
  }),
  output: z.strictObject({ items: z.array(reject), count, nextOffset: z.number().nullable() }),
});

export const getRejectedRows = endpoint({
  method: "GET",
  path: "/api/imports/:id/rejects.csv",
  permission: "imports.run",
  summary:
    "The rejected rows of a file as CSV with the columns that they had and the reasons: correct it and import it.",
  params: idParams,
  query: z.strictObject({
    file: z.string().min(1).max(255).describe("The file's name, as the import says it"),
    part: z.coerce
      .number<number | string>()
      .int()
      .min(1)
      .max(100_000)
      .default(1)
      .describe("50,000 rows each"),
  }),
  output: z.string(),
  answers: "text/csv",
});
export const getPackedRejects = endpoint({
  method: "GET",
  path: "/api/imports/:id/rejects.zip",
  permission: "imports.run",
  summary: "The rejected rows of all files of an import, as CSV files in a ZIP: correct them and import it.",
  params: idParams,
  output: z.file(),
  answers: "application/zip",
});
