/** Every part that pages are made of, in every state it can have: to choose from, and to see what a change does to it. */

import { one, Page, Presets, useAddress } from "#base/ui";
import { ChartParts } from "./ChartParts.tsx";
import { ChartStates } from "./ChartStates.tsx";
import { FormParts } from "./FormParts.tsx";
import { MoreChartParts } from "./MoreChartParts.tsx";
import { NumberParts } from "./NumberParts.tsx";
import { OverlayParts } from "./OverlayParts.tsx";
import { StateParts } from "./StateParts.tsx";
import { TableParts } from "./TableParts.tsx";
import { TokenParts } from "./TokenParts.tsx";
import "./parts.css";

const groups = {
  tokens: { label: "Tokens", parts: TokenParts },
  words: { label: "Words and numbers", parts: NumberParts },
  states: { label: "States", parts: StateParts },
  forms: { label: "Forms", parts: FormParts },
  overlays: { label: "Over the page", parts: OverlayParts },
  tables: { label: "Tables", parts: TableParts },
  charts: { label: "Charts over time", parts: ChartParts },
  "more-charts": { label: "Charts of kinds", parts: MoreChartParts },
  "chart-states": { label: "Charts of little and much", parts: ChartStates },
} as const;
type Group = keyof typeof groups;

export default function PartsPage() {
  const [search, change] = useAddress();
  const asked = one(search, "group", "all");
  const shown = (Object.keys(groups) as Group[]).filter((group) => asked === "all" || group === asked);
  return (
    <Page
      title="Parts"
      finding="What every page is made of, with examples; none of these figures is the company's. A page has five parts in this order: its title with what it found, its controls, its main figure, its table, and a panel beside them."
      controls={
        <Presets
          label="Which parts"
          value={asked}
          choices={[
            { value: "all", label: "All" },
            ...Object.entries(groups).map(([value, { label }]) => ({ value, label })),
          ]}
          onChange={(group) => change({ group: group === "all" ? undefined : group }, { replace: true })}
        />
      }
      table={shown.map((group) => {
        const { label, parts: Parts } = groups[group];
        return (
          <section key={group} className="qd-parts" aria-label={label}>
            <h2>{label}</h2>
            <Parts />
          </section>
        );
      })}
    />
  );
}
