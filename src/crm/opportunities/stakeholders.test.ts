import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { createContact, removeContact } from "../contacts/contract.ts";
import { contactRoutes } from "../contacts/routes.ts";
import { getHistory } from "../history/contract.ts";
import { historyRoutes } from "../history/routes.ts";
import { createOpportunity, getOpportunity } from "./contract.ts";
import { opportunityRoutes } from "./routes.ts";
import { createPipeline, replaceStakeholders } from "./verb-contract.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let [per, ida] = ["", ""];

beforeAll(async () => {
  desk = await signedInClient([...contactRoutes, ...opportunityRoutes, ...historyRoutes], { clock });
  await desk.call(createPipeline, { body: { name: "New business", stages: [{ name: "Qualify" }] } });
  per = (await desk.call(createContact, { body: { name: "Per", title: "Harbor master" } })).id;
  ida = (await desk.call(createContact, { body: { name: "Ida" } })).id;
});
afterAll(() => desk.close());

const opportunity = (name: string) => desk.call(createOpportunity, { body: { name } });
const state = (id: string, ifMatch: number, stakeholders: { contactId: string; role?: string | null }[]) =>
  desk.call(replaceStakeholders, { params: { id }, ifMatch, body: { stakeholders } });

test("stakeholders are stated as a whole, the primary one is shown first, and history keeps who was there", async () => {
  const made = await opportunity("Cranes");
  const first = await state(made.id, 1, [
    { contactId: ida, role: "User" },
    { contactId: per, role: "Decision maker", primary: true } as never,
  ]);
  expect([first.version, first.stakeholders]).toEqual([
    2,
    [
      { contact: { id: per, name: "Per" }, title: "Harbor master", role: "Decision maker", primary: true },
      { contact: { id: ida, name: "Ida" }, title: null, role: "User", primary: false },
    ],
  ]);
  const second = await state(made.id, 2, [{ contactId: ida, role: "User" }]);
  expect(second.stakeholders.map((one) => one.contact.name)).toEqual(["Ida"]);
  const { items } = await desk.call(getHistory, { params: { noun: "opportunity", id: made.id }, query: {} });
  const told = items
    .filter((one) => one.of === "stakeholder")
    .map((one) => [
      one.action,
      ...one.changes.map(
        ({ label, before, after }) => `${label}: ${before?.text ?? ""} → ${after?.text ?? ""}`,
      ),
    ]);
  expect(told).toHaveLength(3);
  expect(told[0]).toEqual([
    "deleted",
    "Part in the decision: Decision maker → ",
    "Contact: Per → ",
    "Primary contact: yes → ",
  ]);
});

test("refused: unknown and removed contacts, a contact twice in a part, two primary ones, a stale version", async () => {
  const made = await opportunity("Strict");
  const gone = await desk.call(createContact, { body: { name: "Gone" } });
  await desk.call(removeContact, { params: { id: gone.id }, ifMatch: 1 });
  const refused = (stakeholders: object[], status: number, field: string) =>
    expect(state(made.id, 1, stakeholders as never)).rejects.toMatchObject({
      problem: { status, fields: [{ field }] },
    });
  await refused([{ contactId: newId(clock) }], 422, "stakeholders[0].contactId");
  await refused([{ contactId: per }, { contactId: gone.id }], 422, "stakeholders[1].contactId");
  await refused([{ contactId: per }, { contactId: per }], 422, "stakeholders");
  const both = [per, ida].map((contactId) => ({ contactId, primary: true }));
  await refused(both, 422, "stakeholders");
  await refused([{ contactId: per, role: "" }], 400, "stakeholders[0].role");
  await state(made.id, 1, [{ contactId: per }]);
  await expect(state(made.id, 1, [])).rejects.toMatchObject({ problem: { status: 412 } });
});

test("a contact that was removed is no stakeholder any more", async () => {
  const made = await opportunity("Left");
  const leaving = await desk.call(createContact, { body: { name: "Leaving" } });
  await state(made.id, 1, [{ contactId: leaving.id }]);
  await desk.call(removeContact, { params: { id: leaving.id }, ifMatch: 1 });
  expect((await desk.call(getOpportunity, { params: { id: made.id } })).stakeholders).toEqual([]);
});
