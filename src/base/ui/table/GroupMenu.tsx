/** What a list is put into groups by: nothing, or a column; days by fiscal week, month, quarter or year. */
import { Radio, SegmentedControl } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import {
  canGroup,
  type GroupGrain,
  type Grouping,
  groupGrains,
  isAboutDays,
  type ListColumn,
} from "#base/kernel";
import { headline } from "../words.ts";
import { MenuButton } from "./MenuButton.tsx";

/** A grouping by a column, the usual way. */
export const groupingBy = (column: ListColumn): Grouping => ({
  column: column.id,
  grain: isAboutDays(column) ? "quarter" : null,
  desc: false,
});

export function GroupMenu(props: {
  columns: readonly ListColumn[];
  grouping: Grouping | null;
  onChange: (grouping: Grouping | null) => void;
}) {
  const { grouping, onChange } = props;
  const columns = props.columns.filter(canGroup);
  const chosen = columns.find(({ id }) => id === grouping?.column);
  const shown = chosen ? `By ${chosen.label.toLowerCase()}` : "Group";
  return (
    <MenuButton
      name={chosen ? `${shown}, change the groups` : shown}
      label={<span className="qd-wide-label">{shown}</span>}
      icon={<IconStack2 size={14} />}
      active={grouping !== null}
      width={250}
    >
      {() => (
        <div className="qd-groupings">
          {grouping ? (
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Order of the groups"
              value={grouping.desc ? "down" : "up"}
              onChange={(way) => onChange({ ...grouping, desc: way === "down" })}
              data={[
                { value: "up", label: "First to last" },
                { value: "down", label: "Last to first" },
              ]}
            />
          ) : null}
          {grouping && chosen && isAboutDays(chosen) ? (
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Which fiscal period"
              value={grouping.grain ?? "quarter"}
              onChange={(grain) => onChange({ ...grouping, grain: grain as GroupGrain })}
              data={groupGrains.map((grain) => ({ value: grain, label: headline(grain) }))}
            />
          ) : null}
          <Radio.Group
            aria-label="Group by"
            value={grouping?.column ?? ""}
            onChange={(id) => {
              const column = columns.find((one) => one.id === id);
              onChange(column ? groupingBy(column) : null);
            }}
          >
            <div className="qd-radio-list">
              <Radio size="xs" value="" label="No groups" />
              {columns.map(({ id, label }) => (
                <Radio size="xs" key={id} value={id} label={label} />
              ))}
            </div>
          </Radio.Group>
        </div>
      )}
    </MenuButton>
  );
}
