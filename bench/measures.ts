/** How long every measure takes, alone and by dimensions, and its records. The slowest stand first. */
import { answerAsked, catalogue, listRecords } from "#analytics";
import { openCompany, say, sizeAsked, took } from "./company.ts";

const company = await openCompany(sizeAsked());
const { services, sight } = company;
const period = { from: "2025-02-01", to: "2026-10-31" };
const bys = [
  undefined,
  "quarter",
  "month",
  "person",
  "region",
  "product",
  "stage",
  "account",
  "field.competitor",
];

try {
  await company.replica.catchUp(company.workspaceId);
  const times: [what: string, milliseconds: number][] = [];
  for (const { name } of catalogue.measures) {
    for (const by of bys) {
      const asked = by === undefined ? period : { ...period, by };
      try {
        times.push([
          `${name}${by ? ` by ${by}` : ""}`,
          await took(() => answerAsked(services, sight, name, asked)),
        ]);
      } catch (error) {
        if (!String(error).includes("cannot be broken down")) throw error;
      }
    }
    const records = { ...period, offset: 0, limit: 50 };
    times.push([`${name}, the first records`, await took(() => listRecords(services, sight, name, records))]);
  }
  for (const [what, milliseconds] of times.sort((a, b) => b[1] - a[1])) say(what, milliseconds);
} finally {
  await company.close();
}
