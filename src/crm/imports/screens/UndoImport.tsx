/** Taking back a whole import: what would happen, what stands in the way, and how far it is. */

import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import {
  Answer,
  type Column,
  counted,
  DataTable,
  Failed,
  formatCount,
  headline,
  Section,
  useAsk,
  useDo,
} from "#base/ui";
import { getImportUndo, type ImportOut, type ImportUndoOut, undoImport } from "../contract.ts";
import { nounWord } from "./import-words.ts";

export function UndoImport({ run }: { run: ImportOut }) {
  const [asked, setAsked] = useState(false);
  if (run.undo && run.undo.state !== "failed") return <Standing undo={run.undo} />;
  return (
    <Section
      title="Take it back"
      side={
        asked ? null : (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            Undo this import
          </Button>
        )
      }
    >
      {run.undo?.problem ? <p className="qd-down">{run.undo.problem}</p> : null}
      {asked ? (
        <Foreseen id={run.id} onLeave={() => setAsked(false)} />
      ) : (
        <p className="qd-import-sum">
          Everything that this import made or changed can be taken back as a whole. You see first what would
          happen.
        </p>
      )}
    </Section>
  );
}

function Standing({ undo }: { undo: NonNullable<ImportOut["undo"]> }) {
  const part = undo.recordsTotal > 0 ? (undo.recordsDone / undo.recordsTotal) * 100 : 100;
  const told = `${formatCount(undo.recordsDone)} of ${formatCount(undo.recordsTotal)} records`;
  if (undo.state === "running") {
    return (
      <Section title="It is being taken back">
        <Progress value={part} aria-label={told} />
        <p className="qd-dim" role="status">
          {told}. It runs on when you go to another page.
        </p>
      </Section>
    );
  }
  return (
    <Section title="This import was taken back">
      <p className="qd-import-sum" role="status">
        {counted(undo.removed, "record")} removed, {formatCount(undo.restored)} as before
        {undo.left > 0 ? `, ${formatCount(undo.left)} left as they were` : ""}, by {undo.requestedBy}.
      </p>
    </Section>
  );
}

type InTheWay = ImportUndoOut["inTheWay"]["sample"][number];
type Touched = ImportUndoOut["touched"][number];

function Foreseen({ id, onLeave }: { id: string; onLeave: () => void }) {
  const asked = useAsk(getImportUndo, { params: { id } });
  const undo = useDo(undoImport);
  return (
    <Answer of={asked}>
      {(foreseen) => (
        <>
          <DataTable
            label="What undoing would do"
            columns={touchedColumns}
            rows={foreseen.touched}
            rowKey={(one) => one.noun}
          />
          <InTheWayOf foreseen={foreseen} />
          {undo.error ? <Failed failure={undo.error} /> : null}
          <div className="qd-import-go">
            <Button
              size="xs"
              color="red"
              loading={undo.isPending}
              onClick={() =>
                undo.mutate({ params: { id }, body: { leaveChanged: foreseen.inTheWay.count > 0 } })
              }
            >
              {foreseen.inTheWay.count > 0 ? "Undo the rest and leave those" : "Undo it"}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={onLeave}>
              Keep the import
            </Button>
          </div>
        </>
      )}
    </Answer>
  );
}

const touchedColumns: Column<Touched>[] = [
  { id: "noun", header: "Records", value: (one) => nounWord(one.noun) },
  { id: "created", header: "Removed", align: "right", value: (one) => one.created },
  { id: "changed", header: "Set back", align: "right", value: (one) => one.changed },
];

const wayColumns: Column<InTheWay>[] = [
  {
    id: "name",
    header: "Record",
    value: (one) => one.name,
    cell: (one) => <strong>{one.name || "–"}</strong>,
  },
  { id: "noun", header: "Kind", wideOnly: true, value: (one) => nounWord(one.noun) },
  { id: "why", header: "Why it stays", value: why },
];

function why({ reason, by, fields }: InTheWay): string {
  const what = fields.map((field) => headline(field.replaceAll("_", " ")).toLowerCase()).join(", ");
  if (reason === "changed") return `${by} changed ${what}`;
  return reason === "needed" ? `${by} needs it` : `the import ${by} has it too`;
}

function InTheWayOf({ foreseen }: { foreseen: ImportUndoOut }) {
  const { count, sample } = foreseen.inTheWay;
  if (count === 0) return <p className="qd-import-sum">Nobody built on these records since.</p>;
  return (
    <>
      <p className="qd-import-sum">
        <strong>{counted(count, "record")} would lose what was done since.</strong> They can be left as they
        are, with what they need.
      </p>
      <DataTable
        label="In the way"
        columns={wayColumns}
        rows={sample}
        rowKey={(one) => one.id}
        maxHeight="320px"
      />
    </>
  );
}
