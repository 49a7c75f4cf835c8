/** One pass over files of spans: whether the ends that they state are last days. */
import type { ColumnPlan, FilePlan } from "../mapping/column-plan.ts";
import { fills } from "../mapping/column-plan.ts";
import { areLastDays, endsFound, type Span } from "../mapping/last-days.ts";
import { dayIn, textIn } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

interface Planned {
  readonly table: TableFile;
  readonly plan: FilePlan;
}

async function spansIn({ table, plan }: Planned, source: SourceName, timeZone: string): Promise<Span[]> {
  const spans: Span[] = [];
  for await (const row of readRowsOf(table, plan, source)) {
    const days = { startsOn: dayIn(row, "startsOn", timeZone), endsOn: dayIn(row, "endsOn", timeZone) };
    spans.push({ of: textIn(row, "person") ?? "", ...days });
  }
  return spans;
}

/** Files of spans with their columns of ends decided, and a sentence on each; other files as they are. */
export async function decideLastDays<File extends Planned>(
  files: readonly File[],
  source: SourceName,
  timeZone: string,
): Promise<{ files: File[]; assumptions: string[] }> {
  const assumptions: string[] = [];
  const decided: File[] = [];
  for (const file of files) {
    const { plan } = file;
    const isOfSpans = fills(plan, "person") && fills(plan, "startsOn") && fills(plan, "endsOn");
    if (plan.object === null || !isOfSpans) {
      decided.push(file);
      continue;
    }
    const found = endsFound(await spansIn(file, source, timeZone));
    const lastDay = areLastDays(found);
    const columns = plan.columns.map((column): ColumnPlan => {
      if (column.use !== "field" || column.field !== "endsOn") return column;
      const how = lastDay
        ? "the last day on which a row holds"
        : "the first day on which a row holds no longer";
      const times = lastDay ? found.before : found.same;
      assumptions.push(
        `${plan.file}: ${column.column} is taken as ${how}${times === 0 ? "" : `, as the next row begins ${lastDay ? "a day later" : "on it"} ${times} ${times === 1 ? "time" : "times"}`}.`,
      );
      return { ...column, lastDay };
    });
    decided.push({ ...file, plan: { ...plan, columns } });
  }
  return { files: decided, assumptions };
}
