/** What holds for the whole import: the currency, the name of the source, and what becomes of what vanished. */

import { Checkbox, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import type { Correct } from "./plan-options.ts";

const currencies = Intl.supportedValuesOf("currency");

export function Choices({
  plan,
  options,
  onAnswer,
}: {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer: Correct;
}) {
  const [name, setName] = useState(options.sourceName ?? "");
  const keepName = () => {
    const { sourceName, ...others } = options;
    const next = name.trim();
    if (next !== (sourceName ?? "")) onAnswer(next === "" ? others : { ...others, sourceName: next });
  };
  return (
    <Section title="For the whole import">
      <div className="qd-import-go">
        <Select
          size="xs"
          w={150}
          label="Currency of amounts"
          description="where no column says it"
          searchable
          allowDeselect={false}
          limit={60}
          data={currencies}
          value={options.currency ?? plan.currency}
          onChange={(currency) => currency && onAnswer({ ...options, currency })}
        />
        <TextInput
          size="xs"
          w={240}
          label="Name of this source"
          description="if another one has the same ids"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keepName}
        />
        <Checkbox
          size="xs"
          checked={options.removeVanished ?? false}
          onChange={(event) => onAnswer({ ...options, removeVanished: event.currentTarget.checked })}
          label="Remove what these files no longer hold"
          description="records that earlier imports of this source brought"
        />
      </div>
    </Section>
  );
}
