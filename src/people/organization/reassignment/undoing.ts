/** Taking a move back: everything is as it was before, or there is a reason why it cannot be. Pure. */
import { reportingLinesFormNoCircle } from "../reporting-line.ts";
import type { Holding, HoldingChange, Move, Organization } from "./reassignment.ts";

/** The reason why a move cannot be taken back because something came after it, or null. */
export function nothingCameAfter(organization: Organization, move: Move): string | null {
  const changedSince = ({ personId, after }: HoldingChange, held: readonly Holding[]) =>
    signOf(held.filter((one) => one.personId === personId)) !== signOf(after);
  const line = move.lines.find((change) => changedSince(change, organization.lines));
  if (line) return `${nameOf(organization, line.personId)} got another manager since: take that back first.`;
  const team = move.memberships.find((change) => changedSince(change, organization.memberships));
  return team ? `${nameOf(organization, team.personId)} got another team since: take that back first.` : null;
}

/** The reason why the lines of before would lead in a circle with those of now, or null. */
export function whatIsRestoredFormsNoCircle(organization: Organization, move: Move): string | null {
  const who = new Set(move.lines.map(({ personId }) => personId));
  const kept = organization.lines.filter(({ personId }) => !who.has(personId));
  const restored = move.lines.flatMap(({ before }) => before);
  const lines = [...kept, ...restored].map(({ to, ...line }) => ({ ...line, managerId: to }));
  for (const { to, ...line } of restored) {
    const names = { manager: nameOf(organization, to), person: nameOf(organization, line.personId) };
    const others = lines.filter(({ id }) => id !== line.id);
    const reason = reportingLinesFormNoCircle(others, { ...line, managerId: to }, names);
    if (reason) return `${reason.slice(0, -1)}: as it was before would be a circle.`;
  }
  return null;
}

/** Why a move cannot be taken back, or null. */
export function whyNotUndone(organization: Organization, move: Move): string | null {
  return nothingCameAfter(organization, move) ?? whatIsRestoredFormsNoCircle(organization, move);
}

/** What is held, without ids: a line that was taken away and came back is the same line. */
function signOf(held: readonly Holding[]): string {
  return held
    .map(({ to, startsOn, endsOn }) => `${startsOn ?? ""}/${endsOn ?? ""} ${to}`)
    .toSorted()
    .join("\n");
}

function nameOf({ people }: Organization, id: string): string {
  return people.find((one) => one.id === id)?.name ?? "Somebody";
}
