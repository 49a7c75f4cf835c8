/** Arranging a desk: its panels in their order, moved by buttons, by dragging or with Alt and the arrow keys; those put away below. */
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconEyeOff, IconGripVertical, IconPlus } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { type HomePanel, SidePanel } from "#base/ui";
import { movedPanel, toggledPanel } from "./arrangement.ts";
import type { DeskShown } from "./use-desk.ts";

const icon = { size: 15, "aria-hidden": true } as const;

export function ArrangeDesk({ desk, onClose }: { desk: DeskShown; onClose: () => void }) {
  const { shown, all, arrangement, arrange } = desk;
  const [said, say] = useState("");
  const keys = shown.map(({ key }) => key);
  const away = all.filter(({ key }) => !keys.includes(key));
  const now = { shown: keys, away: away.map(({ key }) => key) };
  const move = ({ key, question }: HomePanel, place: number) => {
    const next = movedPanel(keys, key, place);
    arrange({ ...now, shown: next });
    say(`“${question}” is number ${next.indexOf(key) + 1} of ${next.length}.`);
  };
  const toggle = ({ key, question }: HomePanel) => {
    arrange(toggledPanel(now, key));
    say(keys.includes(key) ? `“${question}” is put away.` : `“${question}” is on the desk, at its end.`);
  };
  return (
    <SidePanel
      title="Arrange this desk"
      label="Arrange this desk"
      note={`${desk.desk.name}. Kept in this browser, for this company.`}
      onClose={onClose}
    >
      <ol className="qd-arrange" aria-label="On the desk">
        {shown.map((panel, place) => (
          <Placed
            key={panel.key}
            panel={panel}
            place={place}
            last={shown.length - 1}
            onMove={(to) => move(panel, to)}
            onDropped={(key) => {
              const dropped = shown.find((one) => one.key === key);
              if (dropped) move(dropped, place);
            }}
            onAway={() => toggle(panel)}
          />
        ))}
      </ol>
      {away.length > 0 ? (
        <>
          <h3 className="qd-arrange-head">Not on the desk</h3>
          <ul className="qd-arrange" aria-label="Not on the desk">
            {away.map((panel) => (
              <li key={panel.key} className="qd-arrange-row">
                <span className="qd-dim">{panel.question}</span>
                <Tooltip label="Put it on the desk">
                  <ActionIcon
                    aria-label={`Put it on the desk: ${panel.question}`}
                    onClick={() => toggle(panel)}
                  >
                    <IconPlus {...icon} />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="qd-arrange-end">
        <Button variant="default" disabled={arrangement === null} onClick={() => arrange(null)}>
          Back to how it came
        </Button>
        <span className="qd-faint">Alt and the arrow keys move a panel too.</span>
      </div>
      <span className="qd-hidden" role="status">
        {said}
      </span>
    </SidePanel>
  );
}

function Placed(props: {
  panel: HomePanel;
  place: number;
  last: number;
  onMove: (place: number) => void;
  onDropped: (key: string) => void;
  onAway: () => void;
}) {
  const { panel, place, onMove } = props;
  const { question } = panel;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    props.onDropped(event.dataTransfer.getData("text/plain"));
  };
  return (
    <li
      className="qd-arrange-row"
      data-over={over || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData("text/plain", panel.key)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={(event) => {
        const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (!event.altKey || by === 0) return;
        event.preventDefault();
        onMove(place + by);
      }}
    >
      <IconGripVertical className="qd-arrange-grip" size={14} aria-hidden />
      <span>{question}</span>
      <ActionIcon
        aria-label={`Move up: ${question}`}
        aria-keyshortcuts="Alt+ArrowUp"
        data-end={place === 0 || undefined}
        aria-disabled={place === 0}
        onClick={() => onMove(place - 1)}
      >
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon
        aria-label={`Move down: ${question}`}
        aria-keyshortcuts="Alt+ArrowDown"
        data-end={place === props.last || undefined}
        aria-disabled={place === props.last}
        onClick={() => onMove(place + 1)}
      >
        <IconArrowDown {...icon} />
      </ActionIcon>
      <Tooltip label="Put it away">
        <ActionIcon aria-label={`Put it away: ${question}`} onClick={props.onAway}>
          <IconEyeOff {...icon} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
