/** The stages of the opportunity's pipeline as a path: where it stands, how long it stood at each, and a press to move it. */
import { UnstyledButton } from "@mantine/core";
import { formatDays, headline, useAsk } from "#base/ui";
import { getPipelines, type PipelineOut } from "../verb-contract.ts";

interface Standing {
  readonly pipeline: { readonly id: string };
  readonly stage: { readonly id: string; readonly name: string } | null;
  readonly status: string;
}
interface Step {
  readonly id: string;
  readonly name: string;
}

export function StagePath(props: {
  opportunity: Standing;
  /** Whole days at each stage, by its id. */
  days?: ReadonlyMap<string, number>;
  /** Moves it; left out where it cannot be moved. */
  onMove?: ((to: Step) => void) | undefined;
}) {
  const { opportunity, days, onMove } = props;
  const pipelines = useAsk(getPipelines, {});
  const pipeline = pipelines.data?.items.find((one) => one.id === opportunity.pipeline.id);
  const { status } = opportunity;
  const steps = stepsOf(pipeline, opportunity);
  const at =
    status === "open" ? steps.findIndex((one) => one.id === opportunity.stage?.id) : steps.length - 1;
  return (
    <ol className="qd-path" data-status={status} aria-label="Stages">
      {steps.map((step, index) => {
        const stood = days?.get(step.id);
        const told = (
          <>
            <span className="qd-path-name">{step.name}</span>
            {days ? (
              <span className="qd-path-days">{stood === undefined ? "" : formatDays(stood)}</span>
            ) : null}
          </>
        );
        return (
          <li
            key={step.id}
            data-behind={index < at || undefined}
            aria-current={index === at ? "step" : undefined}
          >
            {onMove && index !== at ? (
              <UnstyledButton
                className="qd-path-move"
                title={`Move to ${step.name}`}
                onClick={() => onMove(step)}
              >
                {told}
                <span className="qd-hidden">, move it here</span>
              </UnstyledButton>
            ) : (
              told
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The open stages; of what is closed, how it ended comes last. */
function stepsOf(pipeline: PipelineOut | undefined, { status, stage }: Standing): Step[] {
  const open = (pipeline?.stages ?? []).filter((one) => one.outcome === "open");
  if (status === "open") return open;
  const here = pipeline?.stages.find((one) => one.id === stage?.id);
  const last = here && here.outcome !== "open" ? here : { id: status, name: headline(status) };
  return [...open, last];
}
