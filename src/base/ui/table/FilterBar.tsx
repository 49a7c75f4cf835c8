/** The filter of a list: a chip for each condition, one press to change it, and a way to add or combine. */
import { Button, CloseButton, Popover } from "@mantine/core";
import { IconFilter, IconFilterCog, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import {
  aFilterAsksWhatItsColumnsKnow,
  type Condition,
  type Filter,
  type FilterGroup,
  isGroup,
  type ListColumn,
  noFilter,
} from "#base/kernel";
import { ColumnPicker } from "./ColumnPicker.tsx";
import { ConditionEditor, firstCondition } from "./ConditionEditor.tsx";
import { FilterBuilder } from "./FilterBuilder.tsx";
import { ConditionChip, GroupChip } from "./FilterChip.tsx";
import { withAdded, withPart } from "./filter-tree.ts";
import type { UseNames, UseValues } from "./SetValue.tsx";

export interface FilterParts {
  readonly columns: readonly ListColumn[];
  readonly filter: FilterGroup;
  readonly onChange: (filter: FilterGroup) => void;
  readonly useValues: UseValues;
  readonly useNames: UseNames;
}

/** What is open: the picker, a new condition, a chip, or the whole filter. */
export type FilterFocus =
  | { readonly on: "picker" }
  | { readonly on: "new"; readonly column: string }
  | { readonly on: "chip"; readonly at: number }
  | { readonly on: "all" };

export function FilterBar(
  props: FilterParts & { focus: FilterFocus | null; onFocus: (focus: FilterFocus | null) => void },
) {
  const { filter, columns, focus, onFocus } = props;
  // Alternatives at the top are one thing to read; conditions that all hold are one each.
  const chips: readonly Filter[] =
    filter.parts.length === 0 ? [] : filter.join === "and" ? filter.parts : [filter];
  const asWhole = filter.join === "or";
  return (
    <section className="qd-filter" aria-label="Filter">
      {chips.map((part, at) =>
        isGroup(part) ? (
          <GroupChip
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other identity than its place
            key={at}
            {...props}
            group={part}
            onOpen={() => onFocus({ on: "all" })}
            onRemove={() => props.onChange(asWhole ? noFilter : withPart(filter, [at], null))}
          />
        ) : (
          <ConditionChip
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            {...props}
            condition={part}
            open={focus?.on === "chip" && focus.at === at}
            onOpen={(open) => onFocus(open ? { on: "chip", at } : null)}
            onChange={(changed) => props.onChange(withPart(filter, [at], changed))}
            onRemove={() => props.onChange(withPart(filter, [at], null))}
          />
        ),
      )}
      <AddFilter {...props} columns={columns} />
      {filter.parts.length > 0 ? <WholeFilter {...props} /> : null}
    </section>
  );
}

type BarProps = Parameters<typeof FilterBar>[0];

function AddFilter(props: BarProps) {
  const { filter, focus, onFocus, columns } = props;
  const open = focus?.on === "picker" || focus?.on === "new";
  const column = focus?.on === "new" ? columns.find(({ id }) => id === focus.column) : undefined;
  const asWhole = filter.join === "or" && filter.parts.length > 0;
  const add = (condition: Condition) =>
    props.onChange(
      asWhole
        ? { join: "and", parts: [filter, condition] }
        : withAdded({ ...filter, join: "and" }, [], condition),
    );
  return (
    <Popover
      opened={open}
      onChange={(opened) => !opened && onFocus(null)}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={filter.parts.length === 0 ? <IconFilter size={14} /> : <IconPlus size={14} />}
          aria-keyshortcuts="/"
          onClick={() => onFocus(open ? null : { on: "picker" })}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} className="qd-popover" aria-label="Add a condition">
        {column ? (
          <NewCondition
            key={column.id}
            {...props}
            column={column}
            onWhole={(condition) => {
              add(condition);
              onFocus({ on: "chip", at: asWhole ? 1 : filter.parts.length });
            }}
          />
        ) : (
          <ColumnPicker
            columns={columns}
            label="Filter by"
            onPick={(picked) => onFocus({ on: "new", column: picked.id })}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A condition that is being said for the first time; it joins the filter once it is whole. */
function NewCondition(
  props: Pick<FilterParts, "useValues" | "useNames"> & {
    column: ListColumn;
    onWhole: (condition: Condition) => void;
  },
) {
  const { column } = props;
  const [draft, setDraft] = useState(() => firstCondition(column));
  const whole = aFilterAsksWhatItsColumnsKnow(draft, [column]) === null;
  // A value that is chosen is whole at once; one that is typed is whole when its author says so.
  const typed = column.kind !== "flag" && !["one-of", "none-of", "in", "not-in"].includes(draft.test);
  return (
    <form
      className="qd-new-condition"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) props.onWhole(draft);
      }}
    >
      <strong>{column.label}</strong>
      <ConditionEditor
        {...props}
        focus
        condition={draft}
        onChange={(changed) => {
          setDraft(changed);
          if (!typed && aFilterAsksWhatItsColumnsKnow(changed, [column]) === null) props.onWhole(changed);
        }}
      />
      {typed ? (
        <Button type="submit" size="compact-xs" disabled={!whole}>
          Filter
        </Button>
      ) : null}
    </form>
  );
}

function WholeFilter(props: BarProps) {
  const { focus, onFocus } = props;
  const open = focus?.on === "all";
  return (
    <>
      <Popover
        opened={open}
        onChange={(opened) => !opened && onFocus(null)}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label="Combine conditions"
            title="Combine conditions with and, or"
            onClick={() => onFocus(open ? null : { on: "all" })}
          >
            <IconFilterCog size={15} />
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={12} className="qd-popover qd-builder-popover" aria-label="The whole filter">
          <FilterBuilder {...props} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="sm"
        aria-label="Clear the filter"
        title="Clear the filter"
        onClick={() => props.onChange(noFilter)}
      />
    </>
  );
}
