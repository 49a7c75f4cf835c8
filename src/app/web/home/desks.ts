/** The desks: which panels a role finds on Home, and in which order. Pure data, and the rules by which one is chosen. */
import type { Permission } from "#base/contract";

export interface Desk {
  readonly key: string;
  readonly name: string;
  /** The panels by their keys, in their order. One that no capability contributes yet is not shown. */
  readonly panels: readonly string[];
}

/** What a desk must know of a panel to decide who may see it. */
export interface Guarded {
  readonly key: string;
  readonly rights: readonly Permission[];
}

const outlook = ["target", "coverage", "forecast", "next-quarter"];
const standing = ["pipeline", "by-stage"];

export const desks: readonly Desk[] = [
  {
    key: "vp",
    name: "VP of Sales Operations",
    panels: [...outlook, "since", "pace", "promises", ...standing],
  },
  {
    key: "director",
    name: "Director of Sales Operations",
    panels: ["movement", "queue", "stuck", "hygiene", "since", ...standing, "promises", "pace"],
  },
  {
    key: "executive",
    name: "Executive",
    panels: [...outlook, ...standing, "pace", "promises", "since"],
  },
  {
    key: "manager",
    name: "Sales manager",
    panels: ["target", "coverage", "people", "queue", "stuck", "closing", "hygiene", "since"],
  },
  {
    key: "rep",
    name: "Sales rep",
    panels: ["my-queue", "my-closing", "target", "coverage", "hygiene", "stuck", "since"],
  },
  {
    key: "analyst",
    name: "Operations analyst",
    panels: ["measures", ...standing, "movement", "hygiene", "pace", "promises", "since"],
  },
  {
    key: "administrator",
    name: "CRM administrator",
    panels: ["hygiene", "queue", "since", ...standing],
  },
  {
    key: "finance",
    name: "Finance",
    panels: ["target", "coverage", "forecast", "next-quarter", "cost", "pace", ...standing],
  },
  { key: "auditor", name: "Auditor", panels: ["since", ...standing, "movement", "hygiene", "measures"] },
  {
    key: "enablement",
    name: "Enablement",
    panels: ["pace", "promises", "measures", "stuck", "hygiene", ...standing],
  },
  {
    key: "support",
    name: "Sales support",
    panels: ["queue", "hygiene", "stuck", "closing", "since"],
  },
];

/** For whoever has a role that no desk is for: where things stand, and what changed. */
export const plainDesk: Desk = {
  key: "plain",
  name: "Overview",
  panels: [...standing, "measures", "since"],
};

/** The desk on which somebody lands. The owner has none of their own: whoever set the house up begins with the VP's. */
export function deskOf(role: string): Desk {
  const own = role === "owner" ? "vp" : role;
  return desks.find((desk) => desk.key === own) ?? plainDesk;
}

const mayAll = (rights: readonly string[], wanted: readonly Permission[]) =>
  wanted.every((right) => rights.includes(right));

/** The panels of a desk that somebody with these rights may see. */
export function panelsOn<P extends Guarded>(
  desk: Desk,
  panels: readonly P[],
  rights: readonly string[],
): P[] {
  return desk.panels.flatMap((key) =>
    panels.filter((panel) => panel.key === key && mayAll(rights, panel.rights)),
  );
}

/** Every panel that somebody with these rights may put on a desk. */
export function panelsFor<P extends Guarded>(panels: readonly P[], rights: readonly string[]): P[] {
  return panels.filter((panel) => mayAll(rights, panel.rights));
}

/** The desks that somebody may look at: their own first, and each on which there is nothing beyond their rights. */
export function desksFor(role: string, panels: readonly Guarded[], rights: readonly string[]): Desk[] {
  const own = deskOf(role);
  const others = desks.filter(
    (desk) =>
      desk.key !== own.key &&
      desk.panels.every((key) => panels.every((panel) => panel.key !== key || mayAll(rights, panel.rights))),
  );
  return [own, ...others];
}
