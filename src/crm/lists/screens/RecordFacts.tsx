/**
 * What is known of a record: each value changed where it stands, each name leading to that value's history. While an
 * earlier day is shown, each value as it stood then, with today's beside it where that is another.
 */
import { UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { ListColumn } from "#base/kernel";
import { useAsk, useShownDay, useWorkspace } from "#base/ui";
import { getFields } from "../../fields/contract.ts";
import type { ShownValue } from "../../history/contract.ts";
import { inWords } from "../../history/screens/history-events.ts";
import { useThen } from "../../history/screens/use-history.ts";
import { columnsOfList, type ListNoun } from "../list-noun.ts";
import { CellEditor } from "./CellEditor.tsx";
import { valueIn } from "./cell-value.ts";
import { Cell } from "./cells.tsx";
import { FieldName } from "./FieldName.tsx";
import type { ListRow } from "./list-spec.ts";
import { useCellChanges } from "./use-cell-changes.ts";

export function RecordFacts<T extends ListRow>(props: {
  noun: ListNoun;
  one: string;
  record: T;
  /** Which columns, in which order; custom fields follow by themselves. */
  show: readonly string[];
}) {
  const { noun, one, record, show } = props;
  const fields = useAsk(getFields, { query: { noun } });
  const columns = columnsOfList(noun, fields.data?.items ?? []);
  const changes = useCellChanges<T>({ noun, one, many: `${one}s` });
  const custom = columns.filter(({ id }) => id.startsWith("custom."));
  const shown = show.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const pending = changes.pendingOf(record)?.cells;
  const { past } = useShownDay();
  const then = useThen(noun, record.id);
  if (past && noun !== "opportunity" && then?.existed === false)
    return (
      <p className="qd-faint qd-not-yet">
        It was not known yet on this day. What it is called is from today.
      </p>
    );
  return (
    <dl className="qd-facts qd-record-facts">
      {[...shown, ...custom].map((column) => (
        <Fact
          key={column.id}
          column={column}
          record={record}
          pending={pending?.get(column.id)}
          then={then?.fields.get(column.label)}
          past={past}
          keep={(text, label) => void changes.keep([{ row: record, column: column.id, text, label }])}
        />
      ))}
    </dl>
  );
}

function Fact<T extends ListRow>(props: {
  column: ListColumn;
  record: T;
  pending: string | undefined;
  /** What stood there on the shown day, where it is not what stands there today. */
  then: ShownValue | null | undefined;
  past: boolean;
  keep: (text: string | null, label: string) => void;
}) {
  const { column, record, pending } = props;
  const { timeZone } = useWorkspace();
  const [editing, setEditing] = useState(false);
  const value = valueIn(record, column);
  return (
    <div className="qd-fact">
      <dt>
        <FieldName label={column.label} />
      </dt>
      <dd>
        {editing ? (
          <span className="qd-fact-field">
            <CellEditor
              column={column}
              value={value}
              keep={(text, label) => {
                setEditing(false);
                props.keep(text, label);
              }}
              leave={() => setEditing(false)}
            />
          </span>
        ) : (
          <>
            <span className="qd-fact-value">
              {props.then === undefined ? null : <Then said={props.then} />}
              <span className={props.then === undefined ? undefined : "qd-fact-today"}>
                {pending === undefined ? <Cell value={value} column={column} timeZone={timeZone} /> : pending}
              </span>
            </span>
            {column.changes && !props.past ? (
              <UnstyledButton
                className="qd-fact-edit"
                aria-label={`Change ${column.label.toLowerCase()}`}
                onClick={() => setEditing(true)}
              >
                <IconPencil size={13} aria-hidden />
              </UnstyledButton>
            ) : null}
          </>
        )}
      </dd>
    </div>
  );
}

/** The value of then, before that of today. */
function Then({ said }: { said: ShownValue | null }) {
  return (
    <>
      <strong>{inWords(said) ?? "none"}</strong>{" "}
      <span className="qd-faint" aria-hidden>
        today
      </span>
      <span className="qd-hidden">, today </span>{" "}
    </>
  );
}
