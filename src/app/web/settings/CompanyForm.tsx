/** Name, currency and time zone of the company. */

import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError } from "#base/ui";
import type { WorkspaceOut } from "#people/contract";
import { currencyChoices } from "./currency-choices.ts";
import { useConfigure } from "./use-configure.ts";

const zones = Intl.supportedValuesOf("timeZone");

export function CompanyForm({ workspace }: { workspace: WorkspaceOut }) {
  const [name, setName] = useState(workspace.name);
  const [currency, setCurrency] = useState(workspace.currency);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const { doing, keep } = useConfigure(workspace);
  const same = name === workspace.name && currency === workspace.currency && timeZone === workspace.timeZone;
  return (
    <Form doing={doing} same={same} onSubmit={() => keep({ name, currency, timeZone })}>
      <TextInput
        label="Name"
        required
        value={name}
        error={fieldError(doing.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Currency"
        description="Totals are told in it, at the rates of their day."
        searchable
        allowDeselect={false}
        limit={60}
        data={currencyChoices}
        value={currency}
        error={fieldError(doing.error, "currency")}
        onChange={(code) => code && setCurrency(code)}
      />
      <Select
        label="Time zone"
        description="It decides when a day ends."
        searchable
        allowDeselect={false}
        limit={60}
        data={zones.includes(workspace.timeZone) ? zones : [workspace.timeZone, ...zones]}
        value={timeZone}
        error={fieldError(doing.error, "timeZone")}
        onChange={(zone) => zone && setTimeZone(zone)}
      />
    </Form>
  );
}
