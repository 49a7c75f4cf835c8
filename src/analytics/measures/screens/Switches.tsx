/** The choices that a measure leaves to its reader, in sight. What is chosen lives in the address. */

import { SegmentedControl, Select } from "@mantine/core";
import { all, useAddress } from "#base/ui";

export interface SwitchFacts {
  readonly name: string;
  readonly label: string;
  readonly default: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The chosen switches as name=choice; those at their default are not among them. */
export function useSwitches(): string[] {
  const [search] = useAddress();
  return all(search, "switches");
}

export function SwitchControls({ switches }: { switches: readonly SwitchFacts[] }) {
  const [, change] = useAddress();
  const chosen = useSwitches();
  const chosenIn = (one: SwitchFacts) =>
    chosen.find((pair) => pair.startsWith(`${one.name}=`))?.slice(one.name.length + 1) ?? one.default;
  const choose = (one: SwitchFacts, value: string) => {
    const others = chosen.filter((pair) => !pair.startsWith(`${one.name}=`));
    const next = value === one.default ? others : [...others, `${one.name}=${value}`];
    change({ switches: next.length > 0 ? next : undefined, open: undefined });
  };
  return switches.map((one) => (
    <span key={one.name} className="qd-control">
      {one.label}
      {one.options.length <= 3 ? (
        <SegmentedControl
          size="xs"
          aria-label={one.label}
          data={one.options.map((option) => ({ ...option }))}
          value={chosenIn(one)}
          onChange={(value) => choose(one, value)}
        />
      ) : (
        <Select
          size="xs"
          w={170}
          aria-label={one.label}
          allowDeselect={false}
          data={one.options.map((option) => ({ ...option }))}
          value={chosenIn(one)}
          onChange={(value) => value && choose(one, value)}
        />
      )}
    </span>
  ));
}
