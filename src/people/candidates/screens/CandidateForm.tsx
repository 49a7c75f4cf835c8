/** Adds a candidate for a role, with the requirements that are scored; or changes what is known of one. */
import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useAsk, useDo } from "#base/ui";
import { getRoles } from "../../roles/contract.ts";
import type { Profile } from "../../roles/role.ts";
import { addCandidate, type CandidateOut, changeCandidate } from "../contract.ts";
import { type Requirement, requirementsOf } from "../requirement.ts";

interface Words {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
}
const kept = ({ name, email, notes }: Words) => ({
  name: name.trim(),
  email: email.trim() === "" ? null : email.trim(),
  notes,
});

export function AddCandidate({ onDone }: { onDone: (id: string | null) => void }) {
  const roles = useAsk(getRoles, {}).data?.items ?? [];
  const [roleKey, setRoleKey] = useState<string | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [words, setWords] = useState<Words>({ name: "", email: "", notes: "" });
  const add = useDo(addCandidate);
  const role = roles.find(({ key }) => key === roleKey);
  const requirements = role ? requirementsOf(role as unknown as Profile) : [];
  const chosen = requirements.map(({ key }) => key).filter((key) => !left.includes(key));
  const submit = () =>
    add.mutate(
      { body: { roleKey: roleKey ?? "", requirements: chosen, ...kept(words) } },
      {
        onSuccess: ({ id }) => {
          onDone(id);
          tell(`${words.name.trim()} was added.`);
        },
      },
    );
  return (
    <Form
      doing={add}
      same={roleKey === null || words.name.trim() === ""}
      refusal={
        role && chosen.length === 0
          ? "At least one requirement is scored; this role may name none yet."
          : null
      }
      verb="Add the candidate"
      onSubmit={submit}
      onCancel={() => onDone(null)}
    >
      <Select
        label="For which role"
        required
        searchable
        data-autofocus
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={roleKey}
        error={fieldError(add.error, "roleKey")}
        onChange={(key) => {
          setRoleKey(key);
          setLeft([]);
        }}
      />
      <WordFields words={words} onChange={setWords} error={add.error} />
      {requirements.length === 0 ? null : (
        <Scored requirements={requirements} left={left} onChange={setLeft} />
      )}
    </Form>
  );
}

function WordFields(props: { words: Words; onChange: (words: Words) => void; error: unknown }) {
  const { words, onChange, error } = props;
  return (
    <>
      <TextInput
        label="Name"
        required
        value={words.name}
        error={fieldError(error, "name")}
        onChange={(event) => onChange({ ...words, name: event.currentTarget.value })}
      />
      <TextInput
        label="Email"
        value={words.email}
        error={fieldError(error, "email")}
        onChange={(event) => onChange({ ...words, email: event.currentTarget.value })}
      />
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        maxRows={10}
        value={words.notes}
        error={fieldError(error, "notes")}
        onChange={(event) => onChange({ ...words, notes: event.currentTarget.value })}
      />
    </>
  );
}

/** Which requirements of the role are scored. */
function Scored(props: {
  requirements: readonly Requirement[];
  left: readonly string[];
  onChange: (left: readonly string[]) => void;
}) {
  const { requirements, left, onChange } = props;
  return (
    <fieldset className="qd-scored">
      <legend>What is scored</legend>
      {requirements.map(({ key, section, text }) => (
        <Checkbox
          key={key}
          label={
            <>
              {text} <span className="qd-faint">{section}</span>
            </>
          }
          checked={!left.includes(key)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? left.filter((one) => one !== key) : [...left, key])
          }
        />
      ))}
    </fieldset>
  );
}

export function ChangeCandidate(props: { candidate: CandidateOut; onDone: () => void }) {
  const { candidate, onDone } = props;
  const before = {
    name: candidate.name ?? "",
    email: candidate.email ?? "",
    notes: candidate.notes ?? "",
  };
  const [words, setWords] = useState<Words>(before);
  const [keepUntil, setKeepUntil] = useState(candidate.keepUntil);
  const change = useDo(changeCandidate);
  const submit = () =>
    change.mutate(
      {
        params: { id: candidate.id },
        ifMatch: candidate.version,
        body: { ...kept(words), keepUntil },
      },
      {
        onSuccess: () => {
          onDone();
          tell("It was kept.");
        },
      },
    );
  const same = JSON.stringify(words) === JSON.stringify(before) && keepUntil === candidate.keepUntil;
  return (
    <Form doing={change} same={same || words.name.trim() === ""} onSubmit={submit} onCancel={onDone}>
      <WordFields words={words} onChange={setWords} error={change.error} />
      <DayField
        label="What is personal is kept until"
        description="Left open: 180 days after the decision."
        clearable
        value={keepUntil}
        error={fieldError(change.error, "keepUntil")}
        onChange={setKeepUntil}
      />
    </Form>
  );
}
