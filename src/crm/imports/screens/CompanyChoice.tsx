/** The sample company stays as it is: imported records go to a company of one's own, an old or a new one. */

import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { problemOf, useAddress, useAsk, useDo } from "#base/ui";
import { getWorkspaces, openWorkspace } from "#people/contract";

const currencies = Intl.supportedValuesOf("currency");

export function CompanyChoice() {
  const [, change] = useAddress();
  const all = useAsk(getWorkspaces, {});
  const open = useDo(openWorkspace);
  const [name, setName] = useState("My company");
  const [currency, setCurrency] = useState("USD");
  const own = (all.data?.items ?? []).filter((one) => one.origin === "own");
  const go = (id: string) => change({ workspace: id, asOf: undefined });
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const made = await open.mutateAsync({ body: { name, currency, timeZone } });
    go(made.id);
  };
  return (
    <form className="qd-company-choice" onSubmit={(event) => void make(event).catch(() => undefined)}>
      <p>
        <strong>Your records get a company of their own</strong>, beside the sample company. Currency and
        fiscal calendar can be changed later in Settings.
      </p>
      {own.length > 0 ? (
        <div className="qd-import-go">
          {own.map((company) => (
            <Button key={company.id} size="xs" variant="default" onClick={() => go(company.id)}>
              Import into {company.name}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="qd-import-go">
        <TextInput
          size="xs"
          label="Name of the new company"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          size="xs"
          w={110}
          label="Currency"
          searchable
          allowDeselect={false}
          limit={60}
          data={currencies}
          value={currency}
          onChange={(code) => code && setCurrency(code)}
        />
        <Button size="xs" type="submit" loading={open.isPending}>
          Open it and go on
        </Button>
      </div>
      {open.error ? (
        <p className="qd-down" role="alert">
          {problemOf(open.error).detail} {problemOf(open.error).fix}
        </p>
      ) : null}
    </form>
  );
}
