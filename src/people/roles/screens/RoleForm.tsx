/** Writes a role in the company's own words: a line for each thing. */
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, tell, useDo } from "#base/ui";
import { type RoleOut, rewriteRole, writeRole } from "../contract.ts";
import { type SectionKey, sectionKeys, sectionTitles } from "../role.ts";

type Texts = Readonly<Record<SectionKey, string>>;

const textsOf = (role: RoleOut | null): Texts =>
  Object.fromEntries(
    sectionKeys.map((key) => [key, (role?.sections[key] ?? []).map(({ text }) => text).join("\n")]),
  ) as Texts;

const linesOf = (texts: Texts) =>
  Object.fromEntries(
    sectionKeys.map((key) => [
      key,
      texts[key]
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ]),
  ) as Record<SectionKey, string[]>;

/** "Deal desk (EMEA)" → "deal-desk-emea": a key that the server takes. */
export function keyOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-0-9]+|-+$/g, "")
    .slice(0, 63);
}

export function RoleForm(props: { profile: RoleOut | null; onDone: (role: RoleOut | null) => void }) {
  const { profile: role, onDone } = props;
  const before = textsOf(role);
  const [name, setName] = useState(role?.name ?? "");
  const [level, setLevel] = useState(role?.level ?? "");
  const [texts, setTexts] = useState(before);
  const write = useDo(writeRole);
  const rewrite = useDo(rewriteRole);
  const doing = role?.id ? rewrite : write;
  const submit = () => {
    const said = { name: name.trim(), level: level.trim(), sections: linesOf(texts) };
    const onSuccess = (kept: RoleOut) => {
      onDone(kept);
      tell(`${kept.name} was kept.`);
    };
    if (role?.id) {
      rewrite.mutate({ params: { id: role.id }, body: said, ifMatch: role.version ?? 0 }, { onSuccess });
      return;
    }
    write.mutate({ body: { key: role?.key ?? keyOf(name), ...said } }, { onSuccess });
  };
  const same =
    role !== null &&
    name === role.name &&
    level === role.level &&
    sectionKeys.every((key) => texts[key] === before[key]);
  return (
    <Form
      doing={doing}
      same={same || name.trim() === ""}
      verb={role ? "Save" : "Add the role"}
      onSubmit={submit}
      onCancel={() => onDone(null)}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        error={fieldError(doing.error, "name") ?? fieldError(doing.error, "key")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label="Level" value={level} onChange={(event) => setLevel(event.currentTarget.value)} />
      {sectionKeys.map((key) => (
        <Textarea
          key={key}
          label={sectionTitles[key]}
          autosize
          minRows={1}
          maxRows={12}
          value={texts[key]}
          error={fieldError(doing.error, `sections.${key}`)}
          onChange={(event) => setTexts({ ...texts, [key]: event.currentTarget.value })}
        />
      ))}
    </Form>
  );
}
