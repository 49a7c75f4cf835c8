/** Name, currency and time zone of the company. */

import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useDo } from "#base/ui";
import { configureWorkspace, type WorkspaceOut } from "#people/contract";
import { Saved, useSaved } from "./Saved.tsx";

const zones = Intl.supportedValuesOf("timeZone");
const currencies = Intl.supportedValuesOf("currency");
const names = new Intl.DisplayNames("en", { type: "currency" });

export function CompanyForm({ workspace }: { workspace: WorkspaceOut }) {
  const [name, setName] = useState(workspace.name);
  const [currency, setCurrency] = useState(workspace.currency);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const configure = useDo(configureWorkspace);
  const saved = useSaved(configure);
  const same = name === workspace.name && currency === workspace.currency && timeZone === workspace.timeZone;
  const save = (event: FormEvent) => {
    event.preventDefault();
    configure.mutate({ body: { name, currency, timeZone }, ifMatch: workspace.version }, saved);
  };
  return (
    <form className="qd-form" onSubmit={save}>
      <TextInput
        label="Name"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Currency"
        description="Totals are told in it, at the rates of their day."
        searchable
        allowDeselect={false}
        limit={60}
        data={currencies.map((code) => ({ value: code, label: `${code} – ${names.of(code)}` }))}
        value={currency}
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
        onChange={(zone) => zone && setTimeZone(zone)}
      />
      <Saved of={configure} />
      <Button type="submit" size="xs" disabled={same} loading={configure.isPending}>
        Save
      </Button>
    </form>
  );
}
