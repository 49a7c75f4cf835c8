/** Above a list: its filter, a search by name, and its order, groups and columns. */
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { ListColumn } from "#base/kernel";
import {
  ColumnsMenu,
  FilterBar,
  type FilterFocus,
  GroupMenu,
  SortMenu,
  type UseNames,
  type UseValues,
  useKeys,
  type ViewState,
} from "#base/ui";

export function ListToolbar(props: {
  many: string;
  columns: readonly ListColumn[];
  state: ViewState;
  focus: FilterFocus | null;
  onFocus: (focus: FilterFocus | null) => void;
  useValues: UseValues;
  useNames: UseNames;
  onResetColumns: () => void;
  scoped: ReactNode;
  views: ReactNode;
  more: ReactNode;
}) {
  const { columns, state, onFocus } = props;
  const { view, change } = state;
  useKeys({ "/": () => onFocus({ on: "picker" }) });
  return (
    <div className="qd-list-toolbar">
      {props.scoped}
      {props.views}
      <FilterBar
        columns={columns}
        filter={view.filter}
        onChange={(filter) => change({ filter })}
        useValues={props.useValues}
        useNames={props.useNames}
        focus={props.focus}
        onFocus={onFocus}
      />
      <div className="qd-list-tools">
        <NameSearch many={props.many} state={state} />
        <SortMenu columns={columns} sorts={view.sorts} onChange={(sorts) => change({ sorts })} />
        <GroupMenu columns={columns} grouping={view.grouping} onChange={(grouping) => change({ grouping })} />
        <ColumnsMenu
          columns={columns}
          shown={view.columns}
          onChange={(shown) => change({ columns: shown }, { replace: true })}
          onReset={props.onResetColumns}
        />
        {props.more}
      </div>
    </div>
  );
}

function NameSearch({ many, state }: { many: string; state: ViewState }) {
  const { search } = state.view;
  const [text, setText] = useState(search);
  // Back, or another view, changes the address from elsewhere.
  useEffect(() => setText(search), [search]);
  const ask = useDebouncedCallback(
    (wanted: string) => state.change({ search: wanted }, { replace: true }),
    220,
  );
  return (
    <TextInput
      size="xs"
      className="qd-list-search"
      aria-label={`Find ${many.toLowerCase()} by name`}
      placeholder="Find by name"
      leftSection={<IconSearch size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
