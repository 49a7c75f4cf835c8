import { bind, type Route } from "#base/platform";
import { dayOf, textOf } from "#base/wire";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import type { Holding } from "./reassignment.ts";

export const reassignmentRoutes: readonly Route[] = [
  bind(contract.getLines, async ({ db, sight }) => {
    const { people, lines, memberships } = await actions.organizationOverTime(db, sight.workspaceId);
    return {
      people: people.map((one) => ({ ...one, startedOn: textOf(one.startedOn), leftOn: textOf(one.leftOn) })),
      lines: lines.map(holdingOut),
      memberships: memberships.map(holdingOut),
    };
  }),
  bind(contract.getReassignments, async ({ db, sight }) => ({
    items: (await actions.lastReassignments(db, sight.workspaceId)).map(reassignmentOut),
  })),
  bind(contract.reassign, async ({ db, author, services, body }) => {
    const wanted = { ...body, startsOn: dayOf(body.startsOn) };
    return reassignmentOut(await actions.reassign(db, author.workspaceId, services.clock, wanted));
  }),
  bind(contract.leave, async ({ db, author, services, params, body }) => {
    const wanted = { personId: params.id, leftOn: dayOf(body.leftOn), managerId: body.managerId };
    return reassignmentOut(await actions.leave(db, author.workspaceId, services.clock, wanted));
  }),
  bind(contract.undoReassignment, async ({ db, author, services, params }) =>
    reassignmentOut(await actions.undoReassignment(db, author.workspaceId, services.clock, params.id)),
  ),
];

function holdingOut(held: Holding) {
  return { ...held, startsOn: textOf(held.startsOn), endsOn: textOf(held.endsOn) };
}

function reassignmentOut(one: actions.ReassignmentShown): contract.ReassignmentOut {
  const named = (id: string | null) => (id === null ? null : { id, name: one.nameOf(id) });
  return {
    id: one.id,
    version: one.version,
    kind: one.kind,
    startsOn: one.startsOn.toString(),
    leaver: named(one.personId),
    manager: named(one.managerId),
    people: one.move.lines
      .filter(({ personId }) => personId !== one.personId)
      .map(({ personId }) => ({ id: personId, name: one.nameOf(personId) })),
    teams: one.move.memberships.filter(({ personId }) => personId !== one.personId).length,
    madeAt: one.madeAt.toString(),
    undoneAt: textOf(one.undoneAt),
    stays: one.stays,
  };
}
