/** A condition, or alternatives, as they stand in the filter bar. */
import { CloseButton, Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import {
  aFilterAsksWhatItsColumnsKnow,
  type Condition,
  conditionsOf,
  type FilterGroup,
  type ListColumn,
} from "#base/kernel";
import { useWorkspace } from "../workspace.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { conditionWords } from "./filter-words.ts";
import type { UseNames, UseValues } from "./SetValue.tsx";

interface Known {
  columns: readonly ListColumn[];
  useValues: UseValues;
  useNames: UseNames;
}

export function ConditionChip(
  props: Known & {
    condition: Condition;
    open: boolean;
    onOpen: (open: boolean) => void;
    onChange: (condition: Condition) => void;
    onRemove: () => void;
  },
) {
  const { condition, open } = props;
  const column = props.columns.find(({ id }) => id === condition.column);
  if (!column) return null;
  return (
    <span className="qd-chip">
      <Popover
        opened={open}
        onChange={(opened) => !opened && props.onOpen(false)}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <UnstyledButton className="qd-chip-words" onClick={() => props.onOpen(!open)}>
            <ConditionInWords {...props} column={column} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={8} className="qd-popover" aria-label={`Condition on ${column.label}`}>
          <HeldCondition {...props} column={column} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="xs"
        aria-label={`Remove the condition on ${column.label}`}
        onClick={props.onRemove}
      />
    </span>
  );
}

/** Keeps what is typed, and hands it on as soon as it is whole. */
function HeldCondition(
  props: Known & { column: ListColumn; condition: Condition; onChange: (condition: Condition) => void },
) {
  const [draft, setDraft] = useState(props.condition);
  return (
    <ConditionEditor
      {...props}
      focus
      condition={draft}
      onChange={(changed) => {
        setDraft(changed);
        if (aFilterAsksWhatItsColumnsKnow(changed, [props.column]) === null) props.onChange(changed);
      }}
    />
  );
}

function ConditionInWords({
  condition,
  column,
  useNames,
}: Known & { condition: Condition; column: ListColumn }) {
  const { currency } = useWorkspace();
  const byId = column.kind === "reference" && condition.test.endsWith("-of");
  const nameOf = useNames(column, byId ? condition.values : []);
  const { name, test, values } = conditionWords(condition, column, { currency, nameOf });
  return (
    <>
      <span className="qd-chip-name">{name}</span> <span className="qd-dim">{test}</span>
      {values === "" ? null : <strong> {values}</strong>}
    </>
  );
}

export function GroupChip(props: Known & { group: FilterGroup; onOpen: () => void; onRemove: () => void }) {
  const { group, columns } = props;
  const names = [
    ...new Set(
      conditionsOf(group).map(
        (condition) => columns.find(({ id }) => id === condition.column)?.label ?? condition.column,
      ),
    ),
  ];
  return (
    <span className="qd-chip">
      <UnstyledButton className="qd-chip-words" onClick={props.onOpen}>
        <span className="qd-dim">{group.join === "or" ? "Any of" : "All of"}</span>{" "}
        <strong>{names.join(", ")}</strong>
      </UnstyledButton>
      <CloseButton size="xs" aria-label="Remove these conditions" onClick={props.onRemove} />
    </span>
  );
}
