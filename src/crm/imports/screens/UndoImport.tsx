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
import {
  getImportUndo,
  type ImportOut,
  type ImportUndoOut,
  lookAtUndo,
  stopUndo,
  undoImport,
} from "../contract.ts";
import { nounWord } from "./import-words.ts";

type Undo = NonNullable<ImportOut["undo"]>;

export function UndoImport({ run }: { run: ImportOut }) {
  const { undo } = run;
  if (undo?.state === "looking" || undo?.state === "running") return <Going id={run.id} undo={undo} />;
  if (undo?.state === "done") return <Done undo={undo} />;
  return <Offer run={run} />;
}

/** The offer to take the import back, or to go on with that; first what it would do is looked at. */
function Offer({ run }: { run: ImportOut }) {
  const [isAsked, setAsked] = useState(false);
  const look = useDo(lookAtUndo);
  const { undo } = run;
  const begin = () => {
    setAsked(true);
    look.mutate({ params: { id: run.id }, body: undefined });
  };
  return (
    <Section
      title={undo ? "It was being taken back" : "Take it back"}
      side={
        isAsked ? null : (
          <Button size="xs" variant="default" onClick={begin}>
            {undo ? "Go on taking it back" : "Undo this import"}
          </Button>
        )
      }
    >
      {undo ? <p className="qd-import-sum">{haltedText(undo)}</p> : null}
      {look.error ? (
        <Failed failure={look.error} retry={begin} />
      ) : isAsked ? (
        <Foreseen id={run.id} onLook={begin} onLeave={() => setAsked(false)} />
      ) : undo ? null : (
        <p className="qd-import-sum">
          Everything that this import made or changed can be taken back as a whole. You see first what would
          happen.
        </p>
      )}
    </Section>
  );
}

function haltedText({ recordsDone, recordsTotal, problem }: Undo): string {
  const far =
    recordsDone > 0
      ? `${formatCount(recordsDone)} of ${formatCount(recordsTotal)} records went back and stay so.`
      : "Nothing was changed.";
  return problem === null ? far : `${problem} ${far}`;
}

function Going({ id, undo }: { id: string; undo: Undo }) {
  const stop = useDo(stopUndo);
  const part = undo.recordsTotal > 0 ? (undo.recordsDone / undo.recordsTotal) * 100 : 0;
  const told =
    undo.state === "looking"
      ? "Looking at what stands in the way"
      : `${formatCount(undo.recordsDone)} of ${formatCount(undo.recordsTotal)} records`;
  return (
    <Section
      title="It is being taken back"
      side={
        <Button
          size="xs"
          variant="default"
          loading={stop.isPending}
          disabled={stop.isSuccess}
          onClick={() => stop.mutate({ params: { id }, body: undefined })}
        >
          Stop
        </Button>
      }
    >
      <Progress value={part} aria-label={told} />
      <p className="qd-dim" role="status">
        {told}. It runs on when you go to another page.
      </p>
      {stop.error ? <Failed failure={stop.error} /> : null}
    </Section>
  );
}

function Done({ undo }: { undo: Undo }) {
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

interface Looked {
  id: string;
  onLook: () => void;
  onLeave: () => void;
}

function Foreseen(props: Looked) {
  const { id, onLook, onLeave } = props;
  const asked = useAsk(
    getImportUndo,
    { params: { id } },
    { again: (last) => (last.state === "looking" || last.state === "none" ? 500 : false), keep: false },
  );
  return (
    <Answer of={asked}>
      {(foreseen) => (
        <>
          {foreseen.touched.length > 0 ? (
            <DataTable
              label="What undoing would do"
              columns={touchedColumns}
              rows={foreseen.touched}
              rowKey={(one) => one.noun}
            />
          ) : null}
          {foreseen.state === "ready" ? (
            <Decision {...props} foreseen={foreseen} />
          ) : foreseen.state === "looking" || foreseen.state === "none" ? (
            <Looking id={id} foreseen={foreseen} />
          ) : (
            <div className="qd-import-go">
              <span className="qd-dim">{foreseen.problem ?? "Looking was stopped."}</span>
              <Button size="xs" variant="default" onClick={onLook}>
                Look again
              </Button>
              <Button size="xs" variant="subtle" color="gray" onClick={onLeave}>
                Keep the import
              </Button>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}

function Looking({ id, foreseen }: { id: string; foreseen: ImportUndoOut }) {
  const stop = useDo(stopUndo);
  const { later, looked, inTheWay } = foreseen;
  const far = later > 0 ? ` ${formatCount(looked)} of ${formatCount(later)} records changed since.` : "";
  const found = inTheWay.count > 0 ? ` ${formatCount(inTheWay.count)} in the way so far.` : "";
  return (
    <div className="qd-import-go">
      <span className="qd-dim" role="status">
        Looking at what stands in the way.{far}
        {found}
      </span>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        loading={stop.isPending}
        onClick={() => stop.mutate({ params: { id }, body: undefined })}
      >
        Stop looking
      </Button>
    </div>
  );
}

function Decision({ id, foreseen, onLeave }: Looked & { foreseen: ImportUndoOut }) {
  const undo = useDo(undoImport);
  const isObstructed = foreseen.inTheWay.count > 0;
  return (
    <>
      <InTheWayOf foreseen={foreseen} />
      {undo.error ? <Failed failure={undo.error} /> : null}
      <div className="qd-import-go">
        <Button
          size="xs"
          color="red"
          loading={undo.isPending}
          onClick={() => undo.mutate({ params: { id }, body: { leaveChanged: isObstructed } })}
        >
          {isObstructed ? "Undo the rest and leave those" : "Undo it"}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onLeave}>
          Keep the import
        </Button>
      </div>
    </>
  );
}

const touchedColumns: Column<Touched>[] = [
  { id: "noun", header: "Records", value: (one) => nounWord(one.noun) },
  {
    id: "created",
    header: "Removed",
    align: "right",
    width: 100,
    value: (one) => one.created,
    cell: (one) => formatCount(one.created),
  },
  {
    id: "changed",
    header: "Set back",
    align: "right",
    width: 100,
    value: (one) => one.changed,
    cell: (one) => formatCount(one.changed),
  },
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
        are, with what they need: {counted(foreseen.left, "record")} of this import would stay.
        {count > sample.length ? ` The first ${sample.length} are listed.` : ""}
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
