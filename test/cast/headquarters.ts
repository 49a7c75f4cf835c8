import { type Day, workingDayFrom } from "./days.ts";
import { type RoleKey, roleCast } from "./roles.ts";
import type { Staff } from "./staff.ts";
import type { Story } from "./story.ts";

/** Everybody who does not sell, by number. */
export interface Headquarters {
  roles: Record<Exclude<RoleKey, "salesManager" | "rep" | "sdr" | "csm">, number>;
  executiveTeam: number;
  operationsTeam: number;
}

/**
 * Hires the executives and sales operations. The company began with a Director of Sales Operations under the CRO;
 * the VP arrived later, and the Director and enablement have reported to her since.
 */
export function foundHeadquarters(staff: Staff, story: Story): Headquarters {
  const hire = (key: RoleKey, startedDay: Day | null = null) =>
    staff.hire(roleCast[key].title, { name: roleCast[key].name, startedDay });
  const roles = {
    ceo: hire("ceo"),
    cfo: hire("cfo"),
    cro: hire("cro"),
    vpSalesOperations: hire("vpSalesOperations", story.vpArrivesDay),
    directorSalesOperations: hire("directorSalesOperations"),
    opsAnalyst: hire("opsAnalyst"),
    secondOpsAnalyst: hire("secondOpsAnalyst", workingDayFrom(story.vpArrivesDay + 90)),
    crmAdministrator: hire("crmAdministrator"),
    enablementLead: hire("enablementLead"),
    supportSpecialist: hire("supportSpecialist"),
    finance: hire("finance"),
    auditor: hire("auditor"),
  };
  const team = (name: string) => staff.addTeam({ name, kind: "team", parent: null, foundedDay: null });
  const executiveTeam = team("Executive Team");
  const operationsTeam = team("Sales Operations");
  const enablementTeam = team("Sales Enablement");
  const financeTeam = team("Finance");
  const since = (person: number) => staff.employees[person]?.startedDay ?? null;
  const place = (person: number, team: number, manager: number | null) =>
    staff.place(person, { team, manager }, since(person), null);

  place(roles.ceo, executiveTeam, null);
  place(roles.cfo, executiveTeam, roles.ceo);
  place(roles.cro, executiveTeam, roles.ceo);
  place(roles.vpSalesOperations, operationsTeam, roles.cro);
  for (const [person, team] of [
    [roles.directorSalesOperations, operationsTeam],
    [roles.enablementLead, enablementTeam],
  ] as const) {
    staff.place(person, { team, manager: roles.cro }, null, story.vpArrivesDay);
    staff.place(person, { team, manager: roles.vpSalesOperations }, story.vpArrivesDay, null);
  }
  for (const person of [
    roles.opsAnalyst,
    roles.secondOpsAnalyst,
    roles.crmAdministrator,
    roles.supportSpecialist,
  ])
    place(person, operationsTeam, roles.directorSalesOperations);
  place(roles.finance, financeTeam, roles.cfo);
  place(roles.auditor, financeTeam, roles.ceo);
  return { roles, executiveTeam, operationsTeam };
}
