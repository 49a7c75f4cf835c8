/** How long the pipeline over time takes, by week over a year and by month, with the figures that each day itself gives. */
import { standPipeline, tracePipeline } from "#run";
import { openCompany, say, sizeAsked, took, usually } from "./company.ts";

const company = await openCompany(sizeAsked());
const { services, sight } = company;

try {
  await company.replica.catchUp(company.workspaceId);
  for (const by of ["stage", "region", "product", "person"]) {
    for (const grain of ["week", "month"] as const) {
      const asked = { from: "2025-11-16", to: "2026-11-15", grain, by };
      const { points } = await tracePipeline(services, sight, asked);
      const whole = await usually(() => tracePipeline(services, sight, asked), 3);
      const single = await took(async () => {
        for (const { asOf } of points) await standPipeline(services, sight, { asOf, by });
      });
      say(
        `a year by ${grain} and ${by}, ${points.length} points`,
        whole,
        `one day after another ${(single / whole).toFixed(1)} times as long`,
      );
    }
  }
} finally {
  await company.close();
}
