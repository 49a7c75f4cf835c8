/** Writes an opportunity's story into the record: its present state, its earlier states, its lines. */
import { parseAmount } from "#base/kernel";
import type { Db } from "#base/platform";
import { stageList } from "./frame.ts";
import { day, idOf, moment } from "./names.ts";
import type { Story, StoryStep } from "./stories.ts";

interface State {
  status: string;
  stage: string;
  enteredAt: Temporal.Instant;
  amountMinor: bigint | null;
  closeOn: string;
  owner: string;
  probability: string | null;
}

/** Writes an opportunity with its present state, its earlier states and its lines. */
export async function tell(trx: Db, workspaceId: string, story: Story): Promise<void> {
  const states = statesOf(story);
  const columns = (state: State) => ({
    workspace_id: workspaceId,
    status: state.status,
    pipeline_id: idOf("pipeline", story.pipeline),
    stage_id: idOf("stage", state.stage),
    stage_entered_at: state.enteredAt,
    amount_minor: state.amountMinor,
    currency: story.currency,
    probability: state.probability,
    forecast_category: state.status === "open" ? "pipeline" : "closed",
    close_on: day(state.closeOn),
    owner_id: idOf("person", state.owner),
    account_id: idOf("account", story.account),
  });
  const id = idOf("opportunity", story.name);
  const last = states.at(-1) ?? ["", {} as State];
  const removed = last[1].status === "removed";
  await trx
    .insertInto("crm.opportunity")
    .values({
      ...columns(last[1]),
      status: removed ? "open" : last[1].status,
      removed_at: removed ? moment(last[0]) : null,
      ...{ id, name: story.name, true_since: moment(last[0]), created_on: day(story.createdOn) },
      ...{ lost_reason: story.lostReason ?? null, lead_source: story.leadSource ?? null },
      custom: story.segment ? { segment: story.segment } : {},
    })
    .execute();
  const earlier = states.slice(0, -1).map(([at, state]) => ({
    ...columns(state),
    ...{ opportunity_id: id, valid_from: moment(at), basis: "source" },
  }));
  if (earlier.length > 0) await trx.insertInto("crm.opportunity_version").values(earlier).execute();
  const lines = (story.lines ?? []).map(([product, amount], n) => ({
    ...{ workspace_id: workspaceId, id: idOf("other", `${story.name} ${product}`), opportunity_id: id },
    ...{ product_id: idOf("product", product), position: n + 1 },
    amount_minor: amount === null ? null : parseAmount(amount, story.currency),
  }));
  if (lines.length > 0) await trx.insertInto("crm.opportunity_line").values(lines).execute();
}

function statesOf(story: Story): [at: string, State][] {
  const blank = { closeOn: "", owner: "", stage: "", probability: null, amountMinor: null };
  let state: State = { ...blank, status: "open", enteredAt: moment(story.steps[0].at) };
  return story.steps.map((step) => {
    state = afterStep(state, step, story.currency);
    return [step.at, state];
  });
}

function afterStep(before: State, step: StoryStep, currency: string): State {
  const stage = step.stage ?? before.stage;
  const outcome = stageList.find(([, name]) => name === stage)?.[3] ?? "open";
  return {
    status: step.removed ? "removed" : outcome,
    stage,
    enteredAt: step.stage ? moment(step.at) : before.enteredAt,
    amountMinor:
      step.amount === undefined
        ? before.amountMinor
        : step.amount === null
          ? null
          : parseAmount(step.amount, currency),
    closeOn: step.closeOn ?? before.closeOn,
    owner: step.owner ?? before.owner,
    probability: step.probability ?? before.probability,
  };
}
