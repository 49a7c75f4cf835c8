/** Chooses one of a list's columns by name: arrow keys and Enter, as in a menu. */
import { Combobox, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ListColumn } from "#base/kernel";

export function ColumnPicker(props: {
  columns: readonly ListColumn[];
  label: string;
  onPick: (column: ListColumn) => void;
}) {
  const [text, setText] = useState("");
  const combobox = useCombobox({ opened: true });
  // Enter picks what stands first, however much was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever other options stand there
  useEffect(() => {
    combobox.selectFirstOption();
  }, [text]);
  const found = props.columns.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Combobox
      size="xs"
      store={combobox}
      onOptionSubmit={(id) => {
        const column = props.columns.find((one) => one.id === id);
        if (column) props.onPick(column);
      }}
    >
      <Combobox.EventsTarget>
        <input
          className="qd-picker-search"
          // biome-ignore lint/a11y/noAutofocus: the picker was asked for, and typing is how it is used
          autoFocus
          aria-label={props.label}
          placeholder={props.label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className="qd-picker-options" mah={320} style={{ overflowY: "auto" }}>
        {found.map((column) => (
          <Combobox.Option key={column.id} value={column.id}>
            {column.label}
          </Combobox.Option>
        ))}
        {found.length === 0 ? <Combobox.Empty>No column is called that.</Combobox.Empty> : null}
      </Combobox.Options>
    </Combobox>
  );
}
