/** What a capability contributes to the web app: pages, with where they stand in the navigation. */
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

export type Desk = "Home" | "Operations" | "People" | "Records" | "Settings";

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
    /** After "g": the key that goes there. */
    readonly key?: string;
  };
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
  const desks: Desk[] = ["Home", "Operations", "Records", "People", "Settings"];
  const entries = pages.flatMap((page) =>
    page.nav ? [{ path: page.path, title: page.title, ...page.nav, key: page.nav.key }] : [],
  );
  return desks.flatMap((desk) => entries.filter((entry) => entry.desk === desk));
}
