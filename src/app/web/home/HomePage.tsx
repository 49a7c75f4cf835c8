/** The first page: where the pipeline stands, the measures that its person watches, and what happened since they last looked. */
import { Page } from "#base/ui";
import { ByStage } from "./ByStage.tsx";
import { MeasuresToWatch } from "./MeasuresToWatch.tsx";
import { Moves } from "./Moves.tsx";
import { PipelineNow } from "./PipelineNow.tsx";
import { useHomeDay } from "./use-home-day.ts";
import "./home.css";

export default function HomePage() {
  const { finding, name } = useHomeDay();
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
