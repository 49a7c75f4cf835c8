/** Gives a person a seat. The link to it is shown once, to be handed over: nothing is sent from here. */
import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, useAsk, useDo } from "#base/ui";
import { getPeople, invitePerson, type SeatLinkOut } from "#people/contract";
import { RoleSelect } from "./RoleSelect.tsx";

export function InviteForm(props: { onInvited: (link: SeatLinkOut) => void; onCancel: () => void }) {
  const [search, setSearch] = useState("");
  const [personId, setPerson] = useState<string | null>(null);
  const [email, setEmail] = useState("");
  const [accessRole, setRole] = useState<string | null>(null);
  const people = useAsk(getPeople, { query: { limit: 50, ...(search ? { search } : {}) } }).data?.items ?? [];
  const doing = useDo(invitePerson);
  const choose = (id: string | null) => {
    setPerson(id);
    setEmail(people.find((person) => person.id === id)?.email ?? "");
  };
  return (
    <Form
      doing={doing}
      verb="Make the link"
      same={!personId || !accessRole || email.trim() === ""}
      onSubmit={() => {
        if (personId && accessRole)
          doing.mutate({ body: { personId, accessRole, email } }, { onSuccess: props.onInvited });
      }}
      onCancel={props.onCancel}
    >
      <Select
        label="Person"
        placeholder="Search by name"
        searchable
        nothingFoundMessage="Nobody of that name. People are recorded under People."
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        value={personId}
        error={fieldError(doing.error, "personId")}
        onSearchChange={setSearch}
        onChange={choose}
      />
      <TextInput
        label="E-mail"
        description="With which they sign in"
        type="email"
        value={email}
        error={fieldError(doing.error, "email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleSelect value={accessRole} onChange={setRole} />
    </Form>
  );
}
