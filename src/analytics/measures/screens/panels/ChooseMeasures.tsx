/** Chooses the measures on Home; they stand in the order in which they are chosen. */
import { Button, Checkbox, Modal } from "@mantine/core";
import { useState } from "react";
import { tell } from "#base/ui";
import type { Watchable } from "../WatchedMeasure.tsx";

export default function ChooseMeasures(props: {
  measures: readonly Watchable[];
  watched: readonly string[];
  usual: readonly string[];
  onKeep: (names: readonly string[] | null) => void;
  onClose: () => void;
}) {
  const { measures, watched, onKeep, onClose } = props;
  const [chosen, setChosen] = useState(watched);
  const keep = (names: readonly string[]) => {
    onKeep(names);
    onClose();
    tell("Home shows the measures you chose.", async () => onKeep(watched));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Measures to watch"
      size={460}
      radius="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="qd-choose">
        {measures.map((measure) => (
          <Checkbox
            key={measure.name}
            label={measure.label}
            description={measure.sentence}
            checked={chosen.includes(measure.name)}
            onChange={(event) =>
              setChosen(
                event.currentTarget.checked
                  ? [...chosen, measure.name]
                  : chosen.filter((name) => name !== measure.name),
              )
            }
          />
        ))}
      </div>
      <div className="qd-form-end qd-choose-end">
        <Button disabled={chosen.length === 0} onClick={() => keep(chosen)}>
          Watch {chosen.length === 1 ? "this one" : `these ${chosen.length}`}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setChosen(props.usual)}>
          The usual six
        </Button>
      </div>
    </Modal>
  );
}
