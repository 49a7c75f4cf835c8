/** Lets a person see the records of another, from a day until before another. */
import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useAsk, useDo, useToday } from "#base/ui";
import { getOrganization, shareAccess } from "#people/contract";

export function ShareForm({ onDone }: { onDone: () => void }) {
  const today = useToday().toString();
  const people = useAsk(getOrganization, {}).data?.people ?? [];
  const [ownerId, setOwner] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [startsOn, setStart] = useState<string | null>(today);
  const [endsOn, setEnd] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const doing = useDo(shareAccess);
  const onSuccess = () => {
    tell("Shared.");
    onDone();
  };
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form
      doing={doing}
      verb="Share"
      same={!ownerId || !personId || !startsOn || reason.trim() === ""}
      onSubmit={() => {
        if (!ownerId || !personId || !startsOn) return;
        doing.mutate({ body: { ownerId, personId, startsOn, endsOn, reason: reason.trim() } }, { onSuccess });
      }}
      onCancel={onDone}
    >
      <Select
        label="Records of"
        searchable
        limit={60}
        data-autofocus
        data={choices}
        value={ownerId}
        error={fieldError(doing.error, "ownerId")}
        onChange={setOwner}
      />
      <Select
        label="With"
        searchable
        limit={60}
        data={choices.filter(({ value }) => value !== ownerId)}
        value={personId}
        error={fieldError(doing.error, "personId")}
        onChange={setPerson}
      />
      <DayField
        label="From"
        value={startsOn}
        error={fieldError(doing.error, "startsOn")}
        onChange={setStart}
      />
      <DayField
        label="Until before (empty: until further notice)"
        value={endsOn}
        error={fieldError(doing.error, "endsOn")}
        onChange={setEnd}
      />
      <Reason value={reason} error={fieldError(doing.error, "reason")} onChange={setReason} />
    </Form>
  );
}

function Reason(props: { value: string; error: string | undefined; onChange: (reason: string) => void }) {
  return (
    <TextInput
      label="Why"
      required
      placeholder="On leave"
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
