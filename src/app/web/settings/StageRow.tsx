/** One stage while it is edited. What opportunities stand at can be renamed and moved, but keeps its meaning and stays. */
import { ActionIcon, Select, TextInput, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconTrash } from "@tabler/icons-react";
import { formatCount, headline } from "#base/ui";
import type { StageDraft } from "./stage-draft.ts";

const outcomes = [
  { value: "open", label: "Open" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
];
const categories = ["pipeline", "best-case", "commit", "closed", "omitted"];

export function StageRow(props: {
  stage: StageDraft;
  /** How many opportunities stand here now. */
  standing: number;
  first: boolean;
  last: boolean;
  onChange: (said: Partial<StageDraft>) => void;
  onMove: (way: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { stage, standing, onChange } = props;
  const name = stage.name || "the new stage";
  const held = standing > 0 ? `${formatCount(standing)} stand here: move them to another stage first` : null;
  return (
    <li className="qd-stage-row">
      <Order name={name} first={props.first} last={props.last} onMove={props.onMove} />
      <div data-part="name">
        <TextInput
          aria-label={`Name of ${name}`}
          value={stage.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </div>
      <div data-part="means">
        <Select
          aria-label={`What reaching ${name} means`}
          allowDeselect={false}
          disabled={held !== null}
          data={outcomes}
          value={stage.outcome}
          onChange={(outcome) => outcome && onChange({ outcome: outcome as StageDraft["outcome"] })}
        />
      </div>
      <div data-part="share">
        <TextInput
          aria-label={`Likelihood at ${name}, in percent`}
          inputMode="decimal"
          rightSection={<span className="qd-faint">%</span>}
          disabled={stage.outcome !== "open"}
          value={stage.outcome === "open" ? stage.percent : stage.outcome === "won" ? "100" : "0"}
          onChange={(event) => onChange({ percent: event.currentTarget.value })}
        />
      </div>
      <div data-part="category">
        <Select
          aria-label={`Forecast category of ${name}`}
          allowDeselect={false}
          data={categories.map((value) => ({ value, label: headline(value) }))}
          value={stage.forecastCategory}
          onChange={(forecastCategory) => forecastCategory && onChange({ forecastCategory })}
        />
      </div>
      <span className="qd-dim qd-number" data-part="count">
        {standing > 0 ? formatCount(standing) : "–"}
      </span>
      <div data-part="remove">
        <Tooltip label={held ?? `Remove ${name}`}>
          <ActionIcon
            aria-label={`Remove ${name}`}
            aria-disabled={held !== null}
            data-disabled={held !== null}
            onClick={held === null ? props.onRemove : undefined}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}

function Order(props: { name: string; first: boolean; last: boolean; onMove: (way: -1 | 1) => void }) {
  const { name } = props;
  return (
    <span className="qd-stage-order">
      <ActionIcon
        size={16}
        aria-label={`Move ${name} up`}
        disabled={props.first}
        onClick={() => props.onMove(-1)}
      >
        <IconChevronUp size={13} />
      </ActionIcon>
      <ActionIcon
        size={16}
        aria-label={`Move ${name} down`}
        disabled={props.last}
        onClick={() => props.onMove(1)}
      >
        <IconChevronDown size={13} />
      </ActionIcon>
    </span>
  );
}
