/** The pipelines and stages of the source: what each is called here, and whether a sale ends there. */

import { Autocomplete, NativeSelect } from "@mantine/core";
import { useEffect, useState } from "react";
import { counted, formatCount, Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { type Correct, namedPipeline, saidStage } from "./plan-options.ts";

type Pipeline = ImportPlanOut["pipelines"][number];
type Stage = Pipeline["stages"][number];

interface Planned {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer?: Correct | undefined;
}

const outcomes = [
  { value: "open", label: "Goes on" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
];

export function PlanStages(planned: Planned) {
  const pipelines = planned.plan.pipelines.filter((one) => one.stages.length > 0);
  if (pipelines.length === 0) return null;
  return (
    <Section flush title="Pipelines and stages">
      {pipelines.map((pipeline) => (
        <details
          key={pipeline.value}
          className="qd-plan-file"
          open={planned.onAnswer !== undefined && pipelines.length === 1 && !hasEnds(pipeline)}
        >
          <summary>
            <span className="qd-strong">{pipeline.name}</span>
            <span>{counted(pipeline.stages.length, "stage")}</span>
            <span />
            <span className="qd-faint">{told(pipeline)}</span>
          </summary>
          <PipelineName {...planned} pipeline={pipeline} />
          <Stages {...planned} pipeline={pipeline} />
        </details>
      ))}
    </Section>
  );
}

const ofOutcome = ({ stages }: Pipeline, outcome: Stage["outcome"]) =>
  stages.filter((stage) => stage.outcome === outcome).length;

const hasEnds = (pipeline: Pipeline): boolean =>
  ofOutcome(pipeline, "won") > 0 && ofOutcome(pipeline, "lost") > 0;

function told(pipeline: Pipeline): string {
  return `${formatCount(ofOutcome(pipeline, "won"))} won, ${formatCount(ofOutcome(pipeline, "lost"))} lost`;
}

function PipelineName({ plan, options, onAnswer, pipeline }: Planned & { pipeline: Pipeline }) {
  const names = plan.here.pipelines.map((one) => one.name);
  return (
    <div className="qd-plan-reason">
      <span>
        {names.length === 0
          ? "It becomes a pipeline of this name."
          : "The name of a pipeline that is there joins it."}
      </span>
      <Named
        label="Name of the pipeline"
        isLabelled
        value={options.mapping?.pipelines?.[pipeline.value] ?? pipeline.name}
        known={names}
        onName={onAnswer && ((name) => onAnswer(namedPipeline(options, pipeline.value, name)))}
      />
    </div>
  );
}

function Stages({ plan, options, onAnswer, pipeline }: Planned & { pipeline: Pipeline }) {
  const here = plan.here.pipelines.find((one) => one.name.toLowerCase() === pipeline.name.toLowerCase());
  const known = [...new Set([...(here?.stages ?? []), ...pipeline.stages.map((stage) => stage.name)])];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" tabIndex={0} aria-label={`Stages of ${pipeline.name}`}>
      <table className="qd-table qd-plain qd-plan-columns">
        <thead>
          <tr>
            <th scope="col">In the files</th>
            <th scope="col">Stage here</th>
            <th scope="col">A sale there</th>
            <th scope="col" data-wide>
              Because
            </th>
          </tr>
        </thead>
        <tbody>
          {pipeline.stages.map((stage) => {
            const said = options.mapping?.stages?.[pipeline.value]?.[stage.value];
            const say = (next: NonNullable<typeof said>) =>
              onAnswer?.(saidStage(options, pipeline.value, stage.value, next));
            return (
              <tr key={stage.value}>
                <td>
                  <span className="qd-strong">{stage.value}</span>{" "}
                  <span className="qd-faint">{stage.rows === null ? "" : counted(stage.rows, "row")}</span>
                </td>
                <td>
                  <Named
                    label={`Stage for ${stage.value}`}
                    value={said?.name ?? stage.name}
                    known={known}
                    onName={onAnswer && ((name) => say({ name }))}
                  />
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`What a sale in ${stage.value} is`}
                    disabled={onAnswer === undefined}
                    value={said?.outcome ?? stage.outcome}
                    onChange={(event) => say({ outcome: event.currentTarget.value as Stage["outcome"] })}
                    data={outcomes}
                  />
                </td>
                <td className="qd-faint qd-plan-because" data-wide>
                  {stage.because}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** A name to be chosen among those that are there, or written anew; it counts when the field is left or Enter is pressed. */
function Named(props: {
  label: string;
  isLabelled?: boolean;
  value: string;
  known: readonly string[];
  onName: ((name: string) => void) | undefined;
}) {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const keep = (name: string) => {
    const next = name.trim();
    if (next === "") setText(props.value);
    else if (next !== props.value) props.onName?.(next);
  };
  return (
    <Autocomplete
      size="xs"
      {...(props.isLabelled ? { label: props.label } : { "aria-label": props.label })}
      disabled={props.onName === undefined}
      data={[...props.known]}
      limit={40}
      value={text}
      onChange={setText}
      onOptionSubmit={keep}
      onBlur={() => keep(text)}
      onKeyDown={(event) => event.key === "Enter" && keep(text)}
    />
  );
}
