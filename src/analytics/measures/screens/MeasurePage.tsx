/** One measure: what it says, how it is worked out, its choices, its trend, its breakdown and its records. */

import { useParams } from "@tanstack/react-router";
import {
  Answer,
  DimensionSelect,
  Empty,
  one,
  Page,
  Slices,
  useAddress,
  useAsk,
  useAsOf,
  useSlices,
} from "#base/ui";
import { askMeasure, listMeasures } from "../contract.ts";
import { Definition } from "./Definition.tsx";
import { MeasureBreakdown } from "./MeasureBreakdown.tsx";
import { MeasureFigure } from "./MeasureFigure.tsx";
import { MeasureRecords, wholeFigure } from "./MeasureRecords.tsx";
import { MeasureTrend } from "./MeasureTrend.tsx";
import { PeriodControl } from "./PeriodControl.tsx";
import { useSpan } from "./periods.ts";
import { SwitchControls, useSwitches } from "./Switches.tsx";

export default function MeasurePage() {
  const { name = "" } = useParams({ strict: false }) as { name?: string };
  const catalogue = useAsk(listMeasures, {});
  const [search, change] = useAddress();
  const asOf = useAsOf();
  const { where } = useSlices();
  const { span } = useSpan(name);
  const switches = useSwitches();
  const measure = catalogue.data?.measures.find((one) => one.name === name);
  const by = one(
    search,
    "by",
    measure?.dimensions.find((dimension) => dimension === "person") ?? measure?.dimensions[0] ?? "person",
  );
  const opened = one(search, "open", undefined);
  const base = {
    ...(where.length > 0 ? { where } : {}),
    ...(switches.length > 0 ? { switches } : {}),
    ...(asOf ? { asOf } : {}),
  };
  const period = span.from === "" ? {} : { from: span.from, to: span.to };
  const query = { ...period, by, ...base };
  const asked = useAsk(askMeasure, { params: { name }, query }, { enabled: measure !== undefined });
  const open = (key: string | undefined) => change({ open: key });
  if (catalogue.data && !measure) return <Unknown name={name} />;
  return (
    <Page
      back
      title={measure?.label ?? "…"}
      finding={measure?.sentence ?? "…"}
      controls={
        <>
          <PeriodControl key={name} measure={name} />
          <DimensionSelect
            value={by}
            only={measure?.dimensions}
            onChange={(next) => change({ by: next, open: undefined })}
          />
          {measure ? <SwitchControls switches={measure.switches} /> : null}
          <Slices />
        </>
      }
      main={
        measure ? (
          <div className="qd-measure-main">
            <MeasureFigure measure={measure} asked={asked} onOpen={() => open(wholeFigure)} />
            <MeasureTrend measure={measure} base={base} />
          </div>
        ) : null
      }
      table={
        measure ? (
          <>
            <Answer of={asked}>
              {(data) => <MeasureBreakdown answer={data} open={opened} onOpen={open} />}
            </Answer>
            <Definition measure={measure} />
          </>
        ) : null
      }
      panel={
        opened === undefined || !measure ? undefined : (
          <MeasureRecords
            name={name}
            label={measure.label}
            query={query}
            opened={opened}
            onClose={() => open(undefined)}
          />
        )
      }
    />
  );
}

function Unknown({ name }: { name: string }) {
  return (
    <Page
      back
      title="Measures"
      main={
        <Empty title={`There is no measure called “${name}”`}>
          The catalogue of measures lists them all.
        </Empty>
      }
    />
  );
}
