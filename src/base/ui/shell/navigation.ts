/** What a capability contributes to the web app: pages, with where they stand in the navigation. */
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** The desks in the order of the navigation. One that has no page is not shown. */
export const desks = [
  "Home",
  "Strategy",
  "Operations",
  "Enablement",
  "People",
  "Records",
  "Settings",
] as const;
export type Desk = (typeof desks)[number];

/** What somebody should know who is on a page for the first time. */
export interface PageHelp {
  /** The question that the page answers. */
  readonly answers: string;
  /** What can be done on it, a sentence each. */
  readonly can: readonly string[];
}

export interface PageEntry {
  /** TanStack Router's style: "/opportunities/$id". */
  readonly path: string;
  readonly title: string;
  /** Fetches the page's code when it is first opened. */
  readonly load: () => Promise<{ default: ComponentType }>;
  /** Where the page stands in the navigation; pages without one are reached through others. */
  readonly nav?: {
    readonly desk: Desk;
    readonly icon: Icon;
    /** What it is called there, where the title is too long for it. */
    readonly label?: string;
    /** After "g": the key that goes there. */
    readonly key?: string;
  };
  readonly help?: PageHelp;
}
export interface NavEntry {
  readonly path: string;
  readonly title: string;
  readonly desk: Desk;
  readonly icon: Icon;
  readonly key: string | undefined;
}

/** The pages that stand in the navigation, in the order of the desks. */
export function navigationOf(pages: readonly PageEntry[]): NavEntry[] {
  const entries = pages.flatMap((page) =>
    page.nav
      ? [{ path: page.path, title: page.nav.label ?? page.title, ...page.nav, key: page.nav.key }]
      : [],
  );
  return desks.flatMap((desk) => entries.filter((entry) => entry.desk === desk));
}
