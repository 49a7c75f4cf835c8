/** The first page: where the pipeline stands, the measures that its person watches, and what happened since they last looked. */
import { Page, useSlices } from "#base/ui";
import { ByStage } from "./ByStage.tsx";
import { FirstRecords } from "./FirstRecords.tsx";
import { MeasuresToWatch } from "./MeasuresToWatch.tsx";
import { Moves } from "./Moves.tsx";
import { PipelineNow } from "./PipelineNow.tsx";
import { useHomeDay } from "./use-home-day.ts";
import { useYear } from "./use-year.ts";
import "./home.css";

export default function HomePage() {
  const { finding, name } = useHomeDay();
  const { where } = useSlices();
  const year = useYear();
  // Known from no day on: the company has no opportunity, and no figure on this page could say anything.
  if (year.data && year.data.earliest === null && where.length === 0) {
    return (
      <Page
        title={name}
        finding="Nothing is here yet. Figures appear with the first records; there are three ways to them."
        main={<FirstRecords />}
      />
    );
  }
  return (
    <Page
      title={name}
      finding={finding}
      main={
        <div className="qd-home-main">
          <PipelineNow />
          <ByStage />
        </div>
      }
      table={
        <>
          <MeasuresToWatch />
          <Moves />
        </>
      }
    />
  );
}
