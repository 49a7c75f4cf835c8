/** What was saved: to open as it was told, and to put two of it beside each other. */
import { Button, Checkbox } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answer, Empty, formatInstant, useAsk, useWorkspace } from "#base/ui";
import { getSavedAdvices, type SavedAdviceHead } from "../contract.ts";

export function SavedAdvices() {
  const saved = useAsk(getSavedAdvices, {});
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [one, other] = chosen;
  const compare = () => void navigate({ to: "/adviser/compare" as "/", search: { one, other } as never });
  return (
    <Answer of={saved}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="Nothing is saved yet">
            Save an advice under a title, change the answers, save another: then two can be compared.
          </Empty>
        ) : (
          <div className="qd-adviser-fields">
            <ul className="qd-list" aria-label="Saved advices">
              {items.map((item) => (
                <Line
                  key={item.id}
                  item={item}
                  chosen={chosen.includes(item.id)}
                  onChoose={(on) =>
                    setChosen((before) =>
                      on ? [...before, item.id].slice(-2) : before.filter((id) => id !== item.id),
                    )
                  }
                />
              ))}
            </ul>
            <Button disabled={chosen.length !== 2} onClick={compare}>
              Compare the two
            </Button>
          </div>
        )
      }
    </Answer>
  );
}

function Line(props: { item: SavedAdviceHead; chosen: boolean; onChoose: (on: boolean) => void }) {
  const { id, title, label, verdict, share, savedAt } = props.item;
  const { timeZone } = useWorkspace();
  return (
    <li className="qd-item">
      <span className="qd-adviser-line">
        <Checkbox
          size="xs"
          aria-label={`Compare ${title}`}
          checked={props.chosen}
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
        <Link to={"/adviser/saved/$id" as "/"} params={{ id } as never} className="qd-link">
          {title}
        </Link>
      </span>
      <span className="qd-item-note">
        <span>
          {label}, {verdict} ({Math.round(share * 100)} %)
        </span>
        <span>{formatInstant(savedAt, timeZone)}</span>
      </span>
    </li>
  );
}
