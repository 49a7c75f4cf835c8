/** The pipelines that opportunities run through, each with its stages in order. */
import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { IconArrowUp, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, counted, Empty, Form, fieldError, Section, SideForm, tell, useAsk, useDo } from "#base/ui";
import { createPipeline, getPipelines, orderPipelines, type PipelineOut } from "#crm/contract";
import { PipelineForm } from "./PipelineForm.tsx";
import { Settings } from "./Settings.tsx";
import { usualStages } from "./usual-stages.ts";

export default function PipelinesPage() {
  const asked = useAsk(getPipelines, {});
  const [adding, setAdding] = useState(false);
  const items = asked.data?.items ?? [];
  return (
    <Settings
      title="Pipelines and stages"
      finding={
        asked.data
          ? `${counted(items.length, "pipeline")}. A new opportunity starts at the first open stage of the first one, unless somebody says otherwise.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          Add a pipeline
        </Button>
      }
      table={
        <>
          <Answer of={asked}>
            {(data) =>
              data.items.length === 0 ? (
                <Section>
                  <Empty
                    title="No pipeline yet"
                    action={<Button onClick={() => setAdding(true)}>Add a pipeline</Button>}
                  >
                    Opportunities need one to run through. Import brings those of your CRM along.
                  </Empty>
                </Section>
              ) : (
                data.items.map((pipeline, index) => (
                  <Section
                    key={pipeline.id}
                    title={pipeline.name}
                    side={index > 0 ? <First pipeline={pipeline} all={data.items} /> : null}
                  >
                    <PipelineForm key={pipeline.version} pipeline={pipeline} />
                  </Section>
                ))
              )
            }
          </Answer>
          <SideForm
            opened={adding}
            onClose={() => setAdding(false)}
            title="Add a pipeline"
            note="It begins with the usual stages; change them as your company sells."
          >
            {adding ? <Add onDone={() => setAdding(false)} /> : null}
          </SideForm>
        </>
      }
    />
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const doing = useDo(createPipeline);
  const [name, setName] = useState("");
  const add = () =>
    doing.mutate(
      { body: { name, stages: usualStages } },
      {
        onSuccess: (made) => {
          onDone();
          tell(`The pipeline ${made.name} was added.`);
        },
      },
    );
  return (
    <Form doing={doing} same={name.trim() === ""} verb="Add the pipeline" onSubmit={add} onCancel={onDone}>
      <TextInput
        label="Name"
        required
        data-autofocus
        placeholder="Renewals"
        value={name}
        error={fieldError(doing.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Form>
  );
}

/** Puts a pipeline before all others. */
function First({ pipeline, all }: { pipeline: PipelineOut; all: readonly PipelineOut[] }) {
  const doing = useDo(orderPipelines);
  const before = all.map(({ id }) => id);
  const move = () =>
    doing.mutate(
      { body: { ids: [pipeline.id, ...before.filter((id) => id !== pipeline.id)] } },
      {
        onSuccess: () =>
          tell(`${pipeline.name} is the first pipeline now.`, () =>
            doing.mutateAsync({ body: { ids: before } }),
          ),
      },
    );
  return (
    <Tooltip label="Make it the first">
      <ActionIcon
        size="sm"
        aria-label={`Make ${pipeline.name} the first pipeline`}
        loading={doing.isPending}
        onClick={move}
      >
        <IconArrowUp size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
