/** The first page: where the pipeline stands, what moved, and six measures to watch. */
import { Page } from "#base/ui";
import { MeasuresToWatch } from "./MeasuresToWatch.tsx";
import { PipelineNow } from "./PipelineNow.tsx";
import { TopMoves } from "./TopMoves.tsx";
import { useHomeDay } from "./use-home-day.ts";

export default function HomePage() {
  const { greeting, name } = useHomeDay();
  return (
    <Page
      title={name}
      finding={greeting}
      main={<PipelineNow />}
      table={
        <>
          <MeasuresToWatch />
          <TopMoves />
        </>
      }
    />
  );
}
