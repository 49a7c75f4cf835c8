/** By which columns a list is sorted, the first deciding first. */
import { ActionIcon, Button, CloseButton, Select } from "@mantine/core";
import { IconArrowsSort, IconArrowUp, IconPlus } from "@tabler/icons-react";
import type { ListColumn, SortBy } from "#base/kernel";
import { MenuButton } from "./MenuButton.tsx";

const sortsMax = 5;

export function SortMenu(props: {
  columns: readonly ListColumn[];
  sorts: readonly SortBy[];
  onChange: (sorts: SortBy[]) => void;
}) {
  const { sorts } = props;
  const count = sorts.length > 1 ? ` (${sorts.length})` : "";
  return (
    <MenuButton
      name="Sort"
      label={<span className="qd-wide-label">{`Sort${count}`}</span>}
      icon={<IconArrowsSort size={14} />}
      width={330}
    >
      {() => <Sorts {...props} />}
    </MenuButton>
  );
}

function Sorts({ columns, sorts, onChange }: Parameters<typeof SortMenu>[0]) {
  const free = columns.filter(({ id }) => !sorts.some(({ column }) => column === id));
  const change = (at: number, sort: SortBy | null) =>
    onChange(sorts.flatMap((one, place) => (place === at ? (sort ? [sort] : []) : [one])));
  const raise = (at: number) =>
    onChange(sorts.toSpliced(at, 1).toSpliced(at - 1, 0, ...sorts.slice(at, at + 1)));
  return (
    <div className="qd-sorts">
      {sorts.length === 0 ? <p className="qd-faint">In no order of its own.</p> : null}
      {sorts.map((sort, at) => {
        const column = columns.find(({ id }) => id === sort.column);
        return (
          <div key={sort.column} className="qd-sort-row">
            <Select
              size="xs"
              searchable
              openOnFocus={false}
              aria-label={at === 0 ? "Sort by" : "Then by"}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={[...(column ? [column] : []), ...free].map(({ id, label }) => ({ value: id, label }))}
              value={sort.column}
              onChange={(id) => id && change(at, { ...sort, column: id })}
            />
            <Select
              size="xs"
              w={118}
              openOnFocus={false}
              aria-label="Which way"
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={[
                { value: "up", label: "Ascending" },
                { value: "down", label: "Descending" },
              ]}
              value={sort.desc ? "down" : "up"}
              onChange={(way) => change(at, { ...sort, desc: way === "down" })}
            />
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              disabled={at === 0}
              aria-label="Decide earlier"
              onClick={() => raise(at)}
            >
              <IconArrowUp size={13} />
            </ActionIcon>
            <CloseButton size="sm" aria-label="Remove this order" onClick={() => change(at, null)} />
          </div>
        );
      })}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        disabled={sorts.length >= sortsMax || free.length === 0}
        onClick={() => free[0] && onChange([...sorts, { column: free[0].id, desc: false }])}
      >
        {sorts.length === 0 ? "Sort by a column" : "Then by another"}
      </Button>
    </div>
  );
}
