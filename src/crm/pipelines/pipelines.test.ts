/** Changing pipelines through HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createOpportunity } from "../opportunities/contract.ts";
import { opportunityRoutes } from "../opportunities/routes.ts";
import { createPipeline, getPipelines, type PipelineOut } from "../opportunities/verb-contract.ts";
import { getStageUse, orderPipelines, restatePipeline, type StageIn } from "./contract.ts";
import { pipelineStageRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let pipeline: PipelineOut;

beforeAll(async () => {
  desk = await signedInClient([...opportunityRoutes, ...pipelineStageRoutes], { clock });
  pipeline = await desk.call(createPipeline, {
    body: {
      name: "New business",
      stages: [
        { name: "Qualify", probability: 0.1 },
        { name: "Proposal" },
        { name: "Signed", outcome: "won" },
      ],
    },
  });
  await desk.call(createOpportunity, { body: { name: "Harbor" } });
});
afterAll(() => desk.close());

const kept = (stage: PipelineOut["stages"][number]): StageIn => {
  const { position: _, ...rest } = stage;
  return rest;
};
const restate = (stages: StageIn[], name = "New business", ifMatch = pipeline.version) =>
  desk.call(restatePipeline, { params: { id: pipeline.id }, ifMatch, body: { name, stages } });
const namesOf = ({ stages }: PipelineOut) => stages.map((stage) => stage.name);

describe("a pipeline", () => {
  test("is renamed, a stage added between others, another renamed, and the version rises once", async () => {
    const [qualify, proposal, signed] = pipeline.stages.map(kept);
    if (!qualify || !proposal || !signed) throw new Error("The pipeline lost a stage.");
    const after = await restate(
      [qualify, { name: "Demo", probability: 0.25 }, { ...proposal, name: "Offer" }, signed],
      "Business",
    );
    expect([after.name, after.version, namesOf(after)]).toEqual([
      "Business",
      pipeline.version + 1,
      ["Qualify", "Demo", "Offer", "Signed"],
    ]);
    expect(after.stages[2]?.id).toBe(proposal.id);
    expect(after.stages[1]).toMatchObject({ position: 2, outcome: "open", probability: 0.25 });
    pipeline = after;
  });

  test("from an older version is refused, and nothing has changed", async () => {
    await expect(restate(pipeline.stages.map(kept), "Late", 1)).rejects.toMatchObject({
      problem: { status: 412, currentVersion: pipeline.version },
    });
    expect((await desk.call(getPipelines, {})).items[0]).toEqual(pipeline);
  });

  test("tells how many opportunities stand at each stage", async () => {
    const { stages } = await desk.call(getStageUse, { params: { id: pipeline.id } });
    expect(stages.map((stage) => stage.opportunities)).toEqual([1, 0, 0, 0]);
  });

  test("loses a stage that nobody stands at, but not one that somebody does", async () => {
    const [qualify, demo, ...rest] = pipeline.stages.map(kept);
    if (!qualify || !demo) throw new Error("The pipeline lost a stage.");
    await expect(restate([demo, ...rest])).rejects.toMatchObject({
      problem: { status: 422, detail: expect.stringMatching(/One opportunity stands at “Qualify”/) },
    });
    await expect(restate([{ ...qualify, outcome: "lost" }, demo, ...rest])).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "stages" }] },
    });
    pipeline = await restate([qualify, ...rest]);
    expect(namesOf(pipeline)).toEqual(["Qualify", "Offer", "Signed"]);
  });

  test("cannot be walked with two stages of a name, without an open one, or with a stage of another", async () => {
    const stages = pipeline.stages.map(kept);
    const [first] = stages;
    if (!first) throw new Error("The pipeline lost a stage.");
    const stranger = "01890000-0000-7000-8000-000000000000";
    const refused: StageIn[][] = [
      [...stages, { name: "qualify" }],
      [...stages, { id: stranger, name: "Elsewhere" }],
      [...stages, first],
    ];
    for (const wanted of refused) {
      await expect(restate(wanted)).rejects.toMatchObject({ problem: { status: 422 } });
    }
    await expect(
      desk.call(restatePipeline, {
        params: { id: stranger },
        ifMatch: 1,
        body: { name: "None", stages: [{ name: "Open" }] },
      }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("of another workspace is not found", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other");
    await expect(
      desk.call(restatePipeline, {
        params: { id: pipeline.id },
        ifMatch: pipeline.version,
        body: { name: "Mine", stages: [{ name: "Open" }] },
        workspaceId: other,
      }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("stands where the order says, and an order that leaves one out is refused", async () => {
    const renewals = await desk.call(createPipeline, {
      body: { name: "Renewals", stages: [{ name: "Due" }] },
    });
    const { items } = await desk.call(orderPipelines, { body: { ids: [renewals.id, pipeline.id] } });
    expect(items.map(({ name, position }) => [name, position])).toEqual([
      ["Renewals", 1],
      ["New business", 2],
    ]);
    await expect(desk.call(orderPipelines, { body: { ids: [renewals.id] } })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "ids" }] },
    });
  });
});
