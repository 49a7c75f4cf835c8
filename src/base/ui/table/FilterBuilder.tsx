/** The whole filter as a tree: conditions and groups of them, joined by and/or, as deep as a filter goes. */
import { Button, CloseButton, SegmentedControl, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import {
  aFilterAsksWhatItsColumnsKnow,
  type Condition,
  type Filter,
  type FilterGroup,
  isGroup,
  type ListColumn,
} from "#base/kernel";
import { ConditionEditor, firstCondition } from "./ConditionEditor.tsx";
import type { FilterParts } from "./FilterBar.tsx";
import { type PartPath, withAdded, withPart } from "./filter-tree.ts";

const depthMax = 3;

export function FilterBuilder(props: FilterParts) {
  const [draft, setDraft] = useState(props.filter);
  const change = (filter: FilterGroup) => {
    setDraft(filter);
    if (aFilterAsksWhatItsColumnsKnow(filter, props.columns) === null) props.onChange(filter);
  };
  const reason = aFilterAsksWhatItsColumnsKnow(draft, props.columns);
  return (
    <div className="qd-builder">
      <GroupOf {...props} draft={draft} change={change} group={draft} path={[]} />
      {reason === null ? null : (
        <p className="qd-faint" role="status">
          Not applied yet: a condition has no value.
        </p>
      )}
    </div>
  );
}

interface NodeProps extends FilterParts {
  draft: FilterGroup;
  change: (filter: FilterGroup) => void;
  path: PartPath;
}

function GroupOf(props: NodeProps & { group: FilterGroup }) {
  const { draft, change, group, path, columns } = props;
  const [first] = columns;
  const add = (part: Filter) => change(withAdded(draft, path, part));
  return (
    <div className="qd-builder-group">
      <div className="qd-builder-join">
        <SegmentedControl
          size="xs"
          aria-label="How the conditions are joined"
          value={group.join}
          onChange={(join) => change(withPart(draft, path, { ...group, join: join as FilterGroup["join"] }))}
          data={[
            { value: "and", label: "All hold" },
            { value: "or", label: "Any holds" },
          ]}
        />
        {path.length > 0 ? (
          <CloseButton
            size="sm"
            aria-label="Remove the group"
            onClick={() => change(withPart(draft, path, null))}
          />
        ) : null}
      </div>
      {group.parts.map((part, at) => {
        const place = [...path, at];
        return isGroup(part) ? (
          <GroupOf key={place.join(".")} {...props} group={part} path={place} />
        ) : (
          <ConditionRow key={place.join(".")} {...props} condition={part} path={place} />
        );
      })}
      <div className="qd-builder-add">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => first && add(firstCondition(first))}
        >
          Condition
        </Button>
        {path.length < depthMax - 1 ? (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() =>
              first && add({ join: group.join === "and" ? "or" : "and", parts: [firstCondition(first)] })
            }
          >
            Group
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function ConditionRow(props: NodeProps & { condition: Condition }) {
  const { draft, change, condition, path, columns } = props;
  const column: ListColumn | undefined = columns.find(({ id }) => id === condition.column);
  if (!column) return null;
  return (
    <div className="qd-builder-row">
      <Select
        size="xs"
        searchable
        openOnFocus={false}
        aria-label="Column"
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={columns.map(({ id, label }) => ({ value: id, label }))}
        value={column.id}
        onChange={(id) => {
          const other = columns.find((one) => one.id === id);
          if (other) change(withPart(draft, path, firstCondition(other)));
        }}
      />
      <ConditionEditor
        key={column.id}
        {...props}
        column={column}
        condition={condition}
        onChange={(changed) => change(withPart(draft, path, changed))}
      />
      <CloseButton
        size="sm"
        aria-label={`Remove the condition on ${column.label}`}
        onClick={() => change(withPart(draft, path, null))}
      />
    </div>
  );
}
