/** One value for many records: which column, which value, and then what it would do. */
import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";
import type { ListColumn } from "#base/kernel";
import { counted, Failed } from "#base/ui";
import { CellEditor } from "./CellEditor.tsx";
import { ChangesPreview, type ChangesPreviewProps } from "./ChangesPreview.tsx";
import type { ListRow } from "./list-spec.ts";
import type { CellEdit } from "./use-cell-changes.ts";

interface ChangeManyProps<T extends ListRow>
  extends Omit<ChangesPreviewProps<T>, "edits" | "title" | "note"> {
  readonly rows: () => Promise<T[]>;
  readonly count: number;
}

export function ChangeMany<T extends ListRow>(props: ChangeManyProps<T>) {
  const [edits, setEdits] = useState<readonly CellEdit<T>[] | null>(null);
  if (edits) {
    return (
      <ChangesPreview
        {...props}
        title={`Change ${counted(props.count, props.one, props.many)}`}
        edits={edits}
      />
    );
  }
  return <WhichValue {...props} onEdits={setEdits} />;
}

interface Said {
  readonly text: string | null;
  readonly label: string;
}

/** The value itself; once said it stands there, and a press changes it again. */
function WhichOne(props: { column: ListColumn; value: Said | null; onChange: (value: Said | null) => void }) {
  const { column, value, onChange } = props;
  return (
    <div className="qd-change-value">
      <span>To which value</span>
      {value ? (
        <Button size="xs" variant="default" justify="start" onClick={() => onChange(null)}>
          {value.text === null ? "none" : value.label}
        </Button>
      ) : (
        <div className="qd-change-field">
          <CellEditor
            column={column}
            value={null}
            lasting
            keep={(text, label) => onChange({ text, label })}
            leave={() => undefined}
          />
        </div>
      )}
    </div>
  );
}

function WhichValue<T extends ListRow>(
  props: ChangeManyProps<T> & { onEdits: (edits: readonly CellEdit<T>[]) => void },
) {
  const { columns, count, one, many, rows, onClose } = props;
  // A stage is one of a pipeline, and what is chosen may run through several.
  const choice = columns.filter(({ changes, leadsTo }) => changes && leadsTo !== "stage");
  const [column, setColumn] = useState<ListColumn | undefined>(choice[1] ?? choice[0]);
  const [value, setValue] = useState<Said | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const go = async (said: Said) => {
    if (!column) return;
    setBusy(true);
    try {
      const found = await rows();
      props.onEdits(found.map((row) => ({ row, column: column.id, ...said })));
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={`Change ${counted(count, one, many)}`} size={480} centered>
      <div className="qd-change-many">
        <Select
          size="xs"
          label="Which column"
          searchable
          openOnFocus={false}
          allowDeselect={false}
          data={choice.map(({ id, label }) => ({ value: id, label }))}
          value={column?.id ?? null}
          onChange={(id) => {
            setColumn(choice.find((found) => found.id === id));
            setValue(null);
          }}
        />
        {column ? <WhichOne key={column.id} column={column} value={value} onChange={setValue} /> : null}
        {failure ? <Failed failure={failure} /> : null}
      </div>
      <div className="qd-preview-ways">
        {column && !column.always && !column.stays ? (
          <Button variant="subtle" color="gray" size="xs" onClick={() => void go({ text: null, label: "" })}>
            Take the value away
          </Button>
        ) : null}
        <Button variant="default" size="xs" onClick={onClose}>
          Cancel
        </Button>
        <Button size="xs" loading={busy} disabled={value === null} onClick={() => value && void go(value)}>
          See what changes
        </Button>
      </div>
    </Modal>
  );
}
