import { today } from "#base/kernel";
import { bind, type Route } from "#base/platform";
import { dayOf } from "#base/wire";
import { workspaceOf } from "../workspace/actions.ts";
import { assignManager, assignTeam } from "./assignment-actions.ts";
import * as contract from "./contract.ts";
import { organizationOn } from "./line-store.ts";
import { addPerson, changePerson, personWithLines } from "./person-actions.ts";
import { listPeople } from "./person-store.ts";
import { daysOf, personDetail, personOut } from "./show-actions.ts";
import { addTeam, changeTeam, teamsShown } from "./team-actions.ts";

export const organizationRoutes: Route[] = [
  bind(contract.getPeople, async ({ db, sight, query }) => {
    const page = await listPeople(db, sight, query);
    return { ...page, items: page.items.map(personOut) };
  }),
  bind(contract.getPerson, async ({ db, sight, params }) =>
    personDetail(await personWithLines(db, sight.workspaceId, params.id)),
  ),
  bind(contract.createPerson, async ({ db, author, services, body }) =>
    personDetail(await addPerson(db, author.workspaceId, services.clock, { ...body, ...daysOf(body) })),
  ),
  bind(contract.changePerson, async ({ db, author, params, expectedVersion, body }) => {
    const given = { ...body, ...daysOf(body) };
    return personDetail(await changePerson(db, author.workspaceId, params.id, expectedVersion, given));
  }),
  bind(contract.assignManager, async ({ db, author, services, params, body }) => {
    const given = { personId: params.id, managerId: body.managerId, startsOn: dayOf(body.startsOn) };
    return personDetail(await assignManager(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.assignTeam, async ({ db, author, services, params, body }) => {
    const given = { personId: params.id, teamId: body.teamId, startsOn: dayOf(body.startsOn) };
    return personDetail(await assignTeam(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.getTeams, async ({ db, sight }) => ({ items: await teamsShown(db, sight.workspaceId) })),
  bind(contract.createTeam, ({ db, author, services, body }) =>
    addTeam(db, author.workspaceId, services.clock, body),
  ),
  bind(contract.changeTeam, ({ db, author, params, expectedVersion, body }) =>
    changeTeam(db, author.workspaceId, params.id, expectedVersion, body),
  ),
  bind(contract.getOrganization, async ({ db, sight, services, query }) => {
    const { timeZone } = await workspaceOf(db, sight.workspaceId);
    const asOf = dayOf(query.asOf ?? null) ?? today(services.clock, timeZone);
    return { asOf: asOf.toString(), people: await organizationOn(db, sight, asOf) };
  }),
];
