/** The stages of the opportunity's pipeline as a path, with where it stands on it. */
import { headline, useAsk } from "#base/ui";
import { getPipelines } from "../verb-contract.ts";

interface Standing {
  readonly pipeline: { readonly id: string };
  readonly stage: { readonly id: string; readonly name: string } | null;
  readonly status: string;
}

export function StagePath({ opportunity }: { opportunity: Standing }) {
  const pipelines = useAsk(getPipelines, {});
  const pipeline = pipelines.data?.items.find((one) => one.id === opportunity.pipeline.id);
  const { status, stage } = opportunity;
  const open = (pipeline?.stages ?? []).filter((one) => one.outcome === "open");
  const here = pipeline?.stages.find((one) => one.id === stage?.id);
  const steps = [...open.map((one) => ({ id: one.id, name: one.name, position: one.position }))];
  if (status !== "open") {
    const last =
      here && here.outcome !== "open" ? here : { id: status, name: headline(status), position: 1e6 };
    steps.push({ id: last.id, name: last.name, position: 1e6 });
  }
  const at = status === "open" ? steps.findIndex((one) => one.id === stage?.id) : steps.length - 1;
  return (
    <ol className="qd-path" data-status={status} aria-label="Stages">
      {steps.map((step, index) => (
        <li
          key={step.id}
          data-behind={index < at || undefined}
          aria-current={index === at ? "step" : undefined}
          title={step.name}
        >
          {step.name}
        </li>
      ))}
    </ol>
  );
}
