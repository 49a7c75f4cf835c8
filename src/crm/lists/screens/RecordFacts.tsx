/** What is known of a record: each value changed where it stands, each name leading to that value's history. */
import { UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { ListColumn } from "#base/kernel";
import { useAddress, useAsk, useWorkspace } from "#base/ui";
import { getFields } from "../../fields/contract.ts";
import { columnsOfList, type ListNoun } from "../list-noun.ts";
import { CellEditor } from "./CellEditor.tsx";
import { valueIn } from "./cell-value.ts";
import { Cell } from "./cells.tsx";
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
  return (
    <dl className="qd-facts qd-record-facts">
      {[...shown, ...custom].map((column) => (
        <Fact
          key={column.id}
          column={column}
          record={record}
          pending={pending?.get(column.id)}
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
  keep: (text: string | null, label: string) => void;
}) {
  const { column, record, pending } = props;
  const { timeZone } = useWorkspace();
  const [, change] = useAddress();
  const [editing, setEditing] = useState(false);
  const value = valueIn(record, column);
  return (
    <div className="qd-fact">
      <dt>
        <UnstyledButton
          className="qd-fact-name"
          title={`History of ${column.label.toLowerCase()}`}
          onClick={() => change({ field: column.label }, { replace: true })}
        >
          {column.label}
        </UnstyledButton>
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
              {pending === undefined ? <Cell value={value} column={column} timeZone={timeZone} /> : pending}
            </span>
            {column.changes ? (
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
