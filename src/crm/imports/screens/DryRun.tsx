/** What a dry run saw: counts, some records, and what the figures would become. Nothing of it was kept. */

import { Button } from "@mantine/core";
import {
  type Column,
  counted,
  DataTable,
  Failed,
  formatFigure,
  formatMoney,
  headline,
  Section,
  useDo,
} from "#base/ui";
import { type ImportOut, planOfImport, startImport } from "../contract.ts";
import { FileResults } from "./FileResults.tsx";
import { nounWord } from "./import-words.ts";
import { Rejects } from "./Rejects.tsx";
import { Remarks } from "./RunResults.tsx";
import { Vanished } from "./Vanished.tsx";

type Preview = NonNullable<ImportOut["preview"]>;
type Previewed = Preview["created"][number];

export function DryRun({ run }: { run: ImportOut }) {
  const start = useDo(startImport);
  const back = useDo(planOfImport);
  const params = { id: run.id };
  const would = run.files.reduce((sum, file) => sum + file.created + file.updated, 0);
  const refused = run.files.reduce((sum, file) => sum + file.rejected, 0);
  return (
    <>
      <Section
        title={`Tried, nothing kept: ${run.label}`}
        side={
          <div className="qd-import-go">
            <Button
              size="xs"
              variant="default"
              loading={back.isPending}
              onClick={() => back.mutate({ params, body: {} })}
            >
              Back to the mapping
            </Button>
            <Button
              size="xs"
              loading={start.isPending}
              onClick={() => start.mutate({ params, body: undefined })}
            >
              Import it now
            </Button>
          </div>
        }
      >
        <p className="qd-import-sum" role="status">
          {counted(would, "row")} would be new or changed, {counted(refused, "row")} refused. It was tried on
          a copy: nothing was written, and nobody had to wait for it.
        </p>
      </Section>
      {(start.error ?? back.error) ? <Failed failure={start.error ?? back.error} /> : null}
      {run.preview ? <Figures figures={run.preview.figures} /> : null}
      <FileResults files={run.files} />
      <Rejects run={run} />
      {run.preview ? <Changes items={run.preview.updated} /> : null}
      {run.preview ? <Samples items={run.preview.created} /> : null}
      <Vanished run={run} canRemove={false} />
      <Remarks run={run} />
    </>
  );
}

type Figure = Preview["figures"][number];

/** Every measure now and after; what stays as it is stands back. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  const changes = figures.filter((one) => one.before !== one.after).length;
  const text = (value: Figure["before"], { unit, currency }: Figure) =>
    value === null
      ? "–"
      : unit === "money"
        ? formatMoney(String(value), currency ?? "USD")
        : formatFigure(value, unit, currency);
  const columns: Column<Figure>[] = [
    { id: "measure", header: "Measure", value: (one) => one.label },
    {
      id: "before",
      header: "Now",
      align: "right",
      cell: (one) => <span className="qd-dim">{text(one.before, one)}</span>,
    },
    {
      id: "after",
      header: "After",
      align: "right",
      cell: (one) =>
        one.after === one.before ? (
          <span className="qd-faint">{text(one.after, one)}</span>
        ) : (
          <strong>{text(one.after, one)}</strong>
        ),
    },
  ];
  return (
    <Section flush title="What the figures would become">
      <p className="qd-sum-line">
        {changes === 0
          ? "No measure would change."
          : `${changes} of ${counted(figures.length, "measure")} would change.`}{" "}
        As of today, over all time; measures that need a period in the present fiscal quarter.
      </p>
      <DataTable
        label="What the figures would become"
        columns={columns}
        rows={figures}
        rowKey={(one) => one.measure}
      />
    </Section>
  );
}

interface ChangeRow {
  readonly key: string;
  readonly name: string;
  readonly noun: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Fields of records that are there, before and after. */
function Changes({ items }: { items: readonly Previewed[] }) {
  if (items.length === 0) return null;
  const rows = items.flatMap(({ noun, name, fields }, at) =>
    fields.map(
      ({ field, before, after }): ChangeRow => ({
        key: `${at} ${field}`,
        name,
        noun: nounWord(noun),
        field: headline(field.replaceAll("_", " ")),
        before: before === "" ? "nothing" : before,
        after: after === "" ? "nothing" : after,
      }),
    ),
  );
  const columns: Column<ChangeRow>[] = [
    { id: "name", header: "Record", cell: (row) => <span className="qd-strong">{row.name || "–"}</span> },
    { id: "noun", header: "Kind", width: 130, wideOnly: true, cell: (row) => row.noun },
    { id: "field", header: "Field", cell: (row) => row.field },
    { id: "before", header: "Now", cell: (row) => <span className="qd-dim">{row.before}</span> },
    { id: "after", header: "After", cell: (row) => row.after },
  ];
  return (
    <Section flush title="Would change, for example">
      <DataTable
        label="Would change"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        maxHeight="360px"
      />
    </Section>
  );
}

function Samples({ items }: { items: readonly Previewed[] }) {
  if (items.length === 0) return null;
  return (
    <Section title="Would be new, for example">
      <ul className="qd-samples">
        {items.map((one) => (
          <li key={`${one.noun} ${one.name} ${JSON.stringify(one.fields[0])}`}>
            <strong>{one.name || "–"}</strong> <span className="qd-faint">{nounWord(one.noun)}</span>
            <span className="qd-dim">
              {one.fields
                .slice(0, 6)
                .map((field) => `${headline(field.field.replaceAll("_", " "))}: ${field.after}`)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
