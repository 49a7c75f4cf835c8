/** One measure: what it says, how it is worked out, its choices, its trend, its breakdown and its records. */

import { useParams } from "@tanstack/react-router";
import type { ClientSide } from "#base/contract";
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
import { MeasureSpread, type SpreadQuestion } from "./MeasureSpread.tsx";
import { MeasureTrend } from "./MeasureTrend.tsx";
import { PeriodControl } from "./PeriodControl.tsx";
import { useSpan } from "./periods.ts";
import { StageFunnel } from "./StageFunnel.tsx";
import { SwitchControls, useSwitches } from "./Switches.tsx";
import { WinCohorts } from "./WinCohorts.tsx";

export default function MeasurePage() {
  const { name = "" } = useParams({ strict: false }) as { name?: string };
  const catalogue = useAsk(listMeasures, {});
  const measure = catalogue.data?.measures.find((one) => one.name === name);
  if (measure) return <Measured key={name} measure={measure} />;
  if (catalogue.data) return <Unknown name={name} />;
  return <Page back title="…" finding="…" main={<Answer of={catalogue}>{() => null}</Answer>} />;
}

type Catalogued = NonNullable<ClientSide<typeof listMeasures>["output"]>["measures"][number];

/** The question that the address asks of a measure. */
function useQuestion({ name, dimensions }: Catalogued) {
  const [search] = useAddress();
  const asOf = useAsOf();
  const { where } = useSlices();
  const { span } = useSpan(name);
  const switches = useSwitches();
  const usual = dimensions.includes("person") ? "person" : (dimensions[0] ?? "person");
  const base = {
    ...(where.length > 0 ? { where } : {}),
    ...(switches.length > 0 ? { switches } : {}),
    ...(asOf ? { asOf } : {}),
  };
  const period = span.from === "" ? {} : { from: span.from, to: span.to };
  return { base, query: { ...period, by: one(search, "by", usual), ...base } };
}

function Measured({ measure }: { measure: Catalogued }) {
  const { name, label } = measure;
  const [search, change] = useAddress();
  const { base, query } = useQuestion(measure);
  const { by: _, ...question } = query;
  const opened = one(search, "open", undefined);
  const asked = useAsk(askMeasure, { params: { name }, query });
  const open = (key: string | undefined) => change({ open: key });
  return (
    <Page
      back
      title={label}
      finding={measure.sentence}
      controls={
        <>
          <PeriodControl measure={name} />
          <DimensionSelect
            value={query.by}
            only={measure.dimensions}
            onChange={(by) => change({ by, open: undefined })}
          />
          <SwitchControls switches={measure.switches} />
          <Slices />
        </>
      }
      main={
        <>
          <div className="qd-measure-main">
            <MeasureFigure measure={measure} asked={asked} onOpen={() => open(wholeFigure)} />
            <MeasureTrend measure={measure} base={base} />
          </div>
          <Shape measure={measure} question={question} />
        </>
      }
      table={
        <>
          <Answer of={asked}>
            {(data) => <MeasureBreakdown answer={data} open={opened} onOpen={open} />}
          </Answer>
          <Definition measure={measure} />
        </>
      }
      panel={
        opened === undefined ? undefined : (
          <MeasureRecords
            name={name}
            label={label}
            query={query}
            opened={opened}
            onClose={() => open(undefined)}
          />
        )
      }
    />
  );
}

/** What a single figure cannot show: how its values lie, where a funnel narrows, what became of each cohort. */
function Shape({ measure, question }: { measure: Catalogued; question: SpreadQuestion }) {
  if (measure.spread) return <MeasureSpread name={measure.name} label={measure.label} question={question} />;
  if (measure.name === "stage-conversion") return <StageFunnel question={question} />;
  return measure.name === "win-rate" ? <WinCohorts where={question.where} /> : null;
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
