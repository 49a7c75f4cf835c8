/** The stages of one pipeline as a funnel: how many entered each, and what share went on. */
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import {
  Answer,
  ChartFrame,
  Empty,
  Funnel,
  type FunnelStage,
  formatCount,
  formatRate,
  Loading,
  one,
  Section,
  useAddress,
  useAsk,
  useSlices,
  weakestOf,
} from "#base/ui";
import { askMeasure } from "../contract.ts";
import type { SpreadQuestion } from "./MeasureSpread.tsx";

const params = { name: "stage-conversion" };
const isPipeline = (slice: string) => slice.startsWith("pipeline=");

export function StageFunnel({ question }: { question: SpreadQuestion }) {
  const { pipeline, names, choose } = usePipeline(question);
  const where = [...(question.where ?? []).filter((slice) => !isPipeline(slice)), `pipeline=${pipeline}`];
  const asked = useAsk(
    askMeasure,
    { params, query: { ...question, where, by: "stage" } },
    { enabled: pipeline !== undefined },
  );
  if (names?.length === 0) {
    return (
      <Section title="Funnel">
        <Empty title="Nothing entered a stage in this period">Choose another period or another day.</Empty>
      </Section>
    );
  }
  return (
    <Answer
      of={asked}
      loading={
        <Section>
          <Loading rows={6} />
        </Section>
      }
    >
      {({ rows }) => (
        <Drawn
          pipeline={pipeline ?? ""}
          side={choose}
          stages={rows.map((row) => ({
            key: row.key,
            label: row.key,
            entered: row.n,
            onward: row.value === null ? null : Number(row.value),
          }))}
        />
      )}
    </Answer>
  );
}

/** The pipeline whose stages are drawn: the page's slice, the one chosen here, or the one that most entered. */
function usePipeline(question: SpreadQuestion): {
  pipeline: string | undefined;
  names: string[] | undefined;
  choose: ReactNode;
} {
  const [search, change] = useAddress();
  const { own } = useSlices();
  const { data } = useAsk(askMeasure, { params, query: { ...question, by: "pipeline" } });
  const names = data?.rows.toSorted((a, b) => b.n - a.n).map((row) => row.key);
  const sliced = own.find(isPipeline)?.slice("pipeline=".length);
  const pipeline = sliced ?? one(search, "pipeline", names?.[0]);
  const choose =
    names && names.length > 1 && sliced === undefined ? (
      <Select
        w={170}
        aria-label="Pipeline"
        allowDeselect={false}
        data={names}
        value={pipeline ?? null}
        onChange={(name) => change({ pipeline: name ?? undefined })}
      />
    ) : null;
  return { pipeline, names, choose };
}

function Drawn(props: { pipeline: string; side: ReactNode; stages: readonly FunnelStage[] }) {
  const { pipeline, stages } = props;
  const [, change] = useAddress();
  const { own } = useSlices();
  const weakest = weakestOf(stages);
  const open = (stage: string) =>
    change({
      by: "stage",
      where: [...own.filter((slice) => !isPipeline(slice)), `pipeline=${pipeline}`],
      open: stage,
    });
  return (
    <ChartFrame
      title={
        weakest
          ? `Fewest go on from ${weakest.label}: ${formatRate(weakest.onward ?? 0)}`
          : "Too few entered to tell where they stay behind"
      }
      description={`Stage conversion in ${pipeline}`}
      side={props.side}
      note="By the day of the first entry; what still stands in a stage counts as not gone on, unless that is switched off above."
      table={{
        head: ["Stage", "Entered", "Went on"],
        rows: stages.map((stage) => [
          stage.label,
          formatCount(stage.entered),
          stage.onward === null ? "–" : formatRate(stage.onward),
        ]),
      }}
    >
      <Funnel
        label={`Stage conversion in ${pipeline}. Press a stage to see its records.`}
        stages={stages}
        formatCount={formatCount}
        formatRate={formatRate}
        onPress={open}
      />
    </ChartFrame>
  );
}
