/** Chooses the company, a region, a team or a person, by name and from the keyboard. */
import { Combobox, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { IconCheck, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { readScope, type Scope, type ScopeKind, scopeText } from "./scope.ts";

export interface ScopeGroup {
  readonly kind: ScopeKind;
  /** "Regions", "Teams", "People". */
  readonly label: string;
  readonly names: readonly string[];
}

/** More names than this are found by typing. */
const mostNames = 40;

export default function ScopePicker(props: {
  useGroups: () => readonly ScopeGroup[] | undefined;
  scope: Scope | null;
  choose: (scope: Scope | null) => void;
}) {
  const groups = props.useGroups();
  const [wanted, setWanted] = useState("");
  const list = useCombobox({ opened: true });
  const chosen = props.scope ? scopeText(props.scope) : "company";
  const fits = (name: string) => name.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = (groups ?? [])
    .map((group) => ({ ...group, names: group.names.filter(fits) }))
    .filter((group) => group.names.length > 0);
  return (
    <Combobox store={list} onOptionSubmit={(value) => props.choose(readScope(value))}>
      <Combobox.EventsTarget>
        <TextInput
          placeholder="Region, team or person"
          aria-label="Region, team or person"
          leftSection={<IconSearch size={14} />}
          value={wanted}
          data-autofocus
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            list.updateSelectedOptionIndex();
          }}
        />
      </Combobox.EventsTarget>
      <ScrollArea.Autosize mah={380} type="auto" mt={6}>
        <Combobox.Options aria-label="What the figures are kept to">
          {wanted === "" ? <Choice value="company" name="The whole company" chosen={chosen} /> : null}
          {shown.map((group) => (
            <Combobox.Group key={group.kind} label={group.label}>
              {group.names.slice(0, mostNames).map((name) => (
                <Choice
                  key={name}
                  value={scopeText({ kind: group.kind, name })}
                  name={name}
                  chosen={chosen}
                />
              ))}
              {group.names.length > mostNames ? (
                <p className="qd-scope-more">
                  {group.names.length - mostNames} more: type a part of the name.
                </p>
              ) : null}
            </Combobox.Group>
          ))}
          {groups !== undefined && shown.length === 0 ? (
            <Combobox.Empty>Nobody here is called “{wanted}”.</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </ScrollArea.Autosize>
    </Combobox>
  );
}

function Choice({ value, name, chosen }: { value: string; name: string; chosen: string }) {
  return (
    <Combobox.Option value={value} active={value === chosen} className="qd-scope-choice">
      {name}
      {value === chosen ? <IconCheck size={14} aria-label="shown now" /> : null}
    </Combobox.Option>
  );
}
