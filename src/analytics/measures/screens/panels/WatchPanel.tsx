/** The measures that this person watches: this fiscal quarter so far, against the same day of the one before, and the trend. */

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconAdjustments } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Answer, Panel, type PanelProps, useAsk, useQuarters, useRememberedHere } from "#base/ui";
import { listMeasures } from "../../contract.ts";
import { WatchedMeasure } from "../WatchedMeasure.tsx";

const Choose = lazy(() => import("./ChooseMeasures.tsx"));
const usual = ["bookings", "win-rate", "average-deal", "sales-cycle", "pipeline-generated", "slippage"];

export default function WatchPanel({ question }: PanelProps) {
  const asked = useAsk(listMeasures, {});
  const quarters = useQuarters();
  const [watched, watch] = useRememberedHere<readonly string[]>("watched", usual);
  const [choosing, setChoosing] = useState(false);
  return (
    <Panel
      flush
      question={question}
      finding={`Measures to watch, ${quarters.label}`}
      side={
        <div className="qd-section-side">
          <Link to={"/measures" as "/"} className="qd-link">
            All measures
          </Link>
          <Tooltip label="Choose what you watch">
            <ActionIcon size="sm" aria-label="Choose what you watch" onClick={() => setChoosing(true)}>
              <IconAdjustments size={15} />
            </ActionIcon>
          </Tooltip>
        </div>
      }
    >
      <Answer of={asked}>
        {(data) => (
          <>
            <div className="qd-watch">
              {watched
                .flatMap((name) => data.measures.filter((measure) => measure.name === name))
                .map((measure) => (
                  <WatchedMeasure key={measure.name} measure={measure} />
                ))}
            </div>
            <Suspense>
              {choosing ? (
                <Choose
                  measures={data.measures}
                  watched={watched}
                  usual={usual}
                  onKeep={watch}
                  onClose={() => setChoosing(false)}
                />
              ) : null}
            </Suspense>
          </>
        )}
      </Answer>
    </Panel>
  );
}
