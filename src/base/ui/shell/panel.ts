/** What a capability contributes to the desks on Home: a panel, as data. */
import type { ComponentType } from "react";
import type { Permission } from "#base/contract";

/** How much of a desk's width a panel takes; on a phone each takes all of it. */
export type PanelWidth = "third" | "half" | "two-thirds" | "full";

export interface HomePanel {
  /** What desks know it by; one capability alone has it. */
  readonly key: string;
  /** What it answers. Stands as its title until the finding is known. */
  readonly question: string;
  /** What somebody must be allowed who sees it. */
  readonly rights: readonly Permission[];
  readonly width: PanelWidth;
  /** How high it is at least, in pixels, at a desk and on a phone: what waits is as high as what will be there. */
  readonly height: { readonly desk: number; readonly phone: number };
  /** Fetches its code when a desk with it is opened. */
  readonly load: () => Promise<{ default: ComponentType<PanelProps> }>;
}

/** What a panel is told: its own question. What it shows it asks for by itself. */
export interface PanelProps {
  readonly question: string;
}
