/** One pipeline: its name and its stages, in order. Nothing is written before it is saved. */
import { Button, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Form, tell, useAsk, useDo } from "#base/ui";
import { getStageUse, type PipelineOut, restatePipeline } from "#crm/contract";
import { StageRow } from "./StageRow.tsx";
import { added, draftsOf, moved, type StageDraft, statedBy, whyNotKept } from "./stage-draft.ts";

export function PipelineForm({ pipeline }: { pipeline: PipelineOut }) {
  const [name, setName] = useState(pipeline.name);
  const [stages, setStages] = useState(() => draftsOf(pipeline));
  const use = useAsk(getStageUse, { params: { id: pipeline.id } });
  const { doing, keep } = useRestating(pipeline);
  const wanted = { name: name.trim(), stages: statedBy(stages) };
  const same = JSON.stringify(wanted) === JSON.stringify(statedAs(pipeline));
  const change = (index: number, said: Partial<StageDraft>) =>
    setStages(stages.map((stage, at) => (at === index ? { ...stage, ...said } : stage)));
  return (
    <div className="qd-pipeline-form">
      <Form
        doing={doing}
        same={same}
        refusal={same ? null : whyNotKept(stages)}
        onSubmit={() => keep(wanted)}
        label={pipeline.name}
      >
        <TextInput
          label="Name"
          maw={320}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ol className="qd-stages">
          <li className="qd-stage-row qd-stage-head" aria-hidden>
            <span />
            <span>Stage</span>
            <span>Means</span>
            <span>Likelihood</span>
            <span>Forecast category</span>
            <span>Here now</span>
          </li>
          {stages.map((stage, index) => (
            <StageRow
              key={stage.key}
              stage={stage}
              standing={use.data?.stages.find((one) => one.id === stage.id)?.opportunities ?? 0}
              first={index === 0}
              last={index === stages.length - 1}
              onChange={(said) => change(index, said)}
              onMove={(way) => setStages(moved(stages, index, way))}
              onRemove={() => setStages(stages.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setStages(added(stages))}
          >
            Add a stage
          </Button>
        </div>
      </Form>
    </div>
  );
}

interface Stated {
  readonly name: string;
  readonly stages: ReturnType<typeof statedBy>;
}
const statedAs = (pipeline: PipelineOut): Stated => ({
  name: pipeline.name,
  stages: statedBy(draftsOf(pipeline)),
});

/** Keeps what is stated, says so, and can take it back. */
function useRestating(pipeline: PipelineOut) {
  const doing = useDo(restatePipeline);
  const params = { id: pipeline.id };
  return {
    doing,
    keep(wanted: Stated) {
      doing.mutate(
        { params, body: wanted, ifMatch: pipeline.version },
        {
          onSuccess: (kept) =>
            tell(`${kept.name} was saved.`, () =>
              doing.mutateAsync({ params, body: undone(statedAs(pipeline), kept), ifMatch: kept.version }),
            ),
        },
      );
    },
  };
}

/** The pipeline as it was; a stage that was removed meanwhile comes back as a new one of its name. */
function undone(before: Stated, kept: PipelineOut): Stated {
  const there = new Set(kept.stages.map((stage) => stage.id));
  const stages = before.stages.map(({ id, ...stage }) => (id && there.has(id) ? { id, ...stage } : stage));
  return { name: before.name, stages };
}
