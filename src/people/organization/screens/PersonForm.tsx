/** Adds a person, or changes what is said of one. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useDo } from "#base/ui";
import { changePerson, createPerson, type PersonDetail } from "../contract.ts";

export function PersonForm(props: {
  person: PersonDetail | null;
  /** Called when it is done or left; with the person's id when something was kept. */
  onDone: (id: string | null) => void;
}) {
  const { person, onDone } = props;
  const before = saidOf(person);
  const [said, setSaid] = useState(before);
  const { doing, keep } = usePersonKeeping(person, onDone);
  const typed = (field: "name" | "email" | "title") => (event: { currentTarget: { value: string } }) =>
    setSaid({ ...said, [field]: event.currentTarget.value });
  return (
    <Form
      doing={doing}
      same={said.name.trim() === "" || JSON.stringify(said) === JSON.stringify(before)}
      verb={person ? "Save" : "Add the person"}
      onSubmit={() => keep(said)}
      onCancel={() => onDone(null)}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={said.name}
        error={fieldError(doing.error, "name")}
        onChange={typed("name")}
      />
      <TextInput
        label="Title"
        placeholder="Account Executive"
        value={said.title}
        error={fieldError(doing.error, "title")}
        onChange={typed("title")}
      />
      <TextInput
        label="Email"
        type="email"
        value={said.email}
        error={fieldError(doing.error, "email")}
        onChange={typed("email")}
      />
      <div className="qd-form-pair">
        <DayField
          label="Started"
          clearable
          value={said.startedOn}
          error={fieldError(doing.error, "startedOn")}
          onChange={(startedOn) => setSaid({ ...said, startedOn })}
        />
        <DayField
          label="Left"
          clearable
          value={said.leftOn}
          error={fieldError(doing.error, "leftOn")}
          onChange={(leftOn) => setSaid({ ...said, leftOn })}
        />
      </div>
    </Form>
  );
}

function saidOf(person: PersonDetail | null) {
  return {
    name: person?.name ?? "",
    email: person?.email ?? "",
    title: person?.title ?? "",
    startedOn: person?.startedOn ?? null,
    leftOn: person?.leftOn ?? null,
  };
}

type Said = ReturnType<typeof saidOf>;
/** Empty words are none. */
const bodyOf = (said: Said) => ({ ...said, email: said.email || null, title: said.title || null });

function usePersonKeeping(person: PersonDetail | null, onDone: (id: string | null) => void) {
  const add = useDo(createPerson);
  const change = useDo(changePerson);
  return {
    doing: person ? change : add,
    keep(said: Said) {
      const body = bodyOf(said);
      if (person === null) {
        add.mutate({ body }, { onSuccess: (made) => onDone(made.id) });
        return;
      }
      const params = { id: person.id };
      const onSuccess = (kept: PersonDetail) => {
        onDone(kept.id);
        tell(`${kept.name} was changed.`, () =>
          change.mutateAsync({ params, body: bodyOf(saidOf(person)), ifMatch: kept.version }),
        );
      };
      change.mutate({ params, body, ifMatch: person.version }, { onSuccess });
    },
  };
}
