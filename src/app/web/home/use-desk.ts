/** The desk on screen: which one its person chose, and how they arranged it. Remembered by this browser, company by company. */
import { useRememberedHere } from "#base/ui";
import { type Arrangement, arrangedPanels } from "./arrangement.ts";
import { desksFor, panelsFor, panelsOn } from "./desks.ts";
import { panels } from "./panels.ts";

export interface Actor {
  readonly role: string;
  readonly permissions: readonly string[];
}

export function useDesk({ role, permissions }: Actor) {
  const choices = desksFor(role, panels, permissions);
  const [chosen, choose] = useRememberedHere<string | null>("desk", null);
  const desk = choices.find(({ key }) => key === chosen) ?? choices[0];
  const key = desk?.key ?? "plain";
  const [arrangement, arrange] = useRememberedHere<Arrangement | null>(`desk.${key}`, null);
  const usual = desk ? panelsOn(desk, panels, permissions) : [];
  const all = panelsFor(panels, permissions);
  return {
    desk: { key, name: desk?.name ?? "" },
    choices,
    choose,
    /** Those that stand on the desk, in their order. */
    shown: arrangedPanels(usual, all, arrangement),
    all,
    arrangement,
    /** Null brings back how it came. */
    arrange,
  };
}
export type DeskShown = ReturnType<typeof useDesk>;
