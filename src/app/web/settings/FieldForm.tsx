/** Adds a custom field, or changes the label and the options of one. */
import { Select, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, headline, tell, useDo } from "#base/ui";
import { changeField, createField, type FieldOut, removeField } from "#crm/contract";

const nouns = ["opportunity", "account", "contact", "product", "activity", "person"] as const;
const types = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Day" },
  { value: "boolean", label: "Yes or no" },
  { value: "choice", label: "Choice of options" },
];

/** The kind of a field for people. */
export const kindWord = (type: string): string => types.find((one) => one.value === type)?.label ?? type;

/** "Contract End Date" → "contract_end_date": a key that the server takes. */
export function keyFor(label: string): string {
  const plain = label.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const key = plain.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^[_0-9]+|_+$/g, "");
  return key.slice(0, 63);
}

export function FieldForm({ field, onDone }: { field: FieldOut | null; onDone: () => void }) {
  const [noun, setNoun] = useState<string>(field?.noun ?? "opportunity");
  const [label, setLabel] = useState(field?.label ?? "");
  const [key, setKey] = useState<string | null>(null);
  const [type, setType] = useState<string>(field?.type ?? "text");
  const [options, setOptions] = useState<readonly string[]>(field?.options ?? []);
  const { add, change, adding, changing } = useFields(onDone);
  const doing = field ? changing : adding;
  const chosen = type === "choice" ? [...options] : [];
  const submit = () =>
    field
      ? change(field, { label, ...(field.type === "choice" ? { options: chosen } : {}) })
      : add({ noun, key: key ?? keyFor(label), label, type, options: chosen } as never);
  const same = field !== null && label === field.label && options.join("\n") === field.options.join("\n");
  return (
    <Form
      doing={doing}
      same={same || label.trim() === ""}
      refusal={type === "choice" && options.length === 0 ? "A choice needs at least one option." : null}
      verb={field ? "Save" : "Add the field"}
      onSubmit={submit}
      onCancel={onDone}
    >
      {field ? null : (
        <Select
          label="Of which record"
          allowDeselect={false}
          data={nouns.map((value) => ({ value, label: headline(value) }))}
          value={noun}
          onChange={(value) => value && setNoun(value)}
        />
      )}
      <TextInput
        label="Label"
        required
        data-autofocus
        value={label}
        error={fieldError(doing.error, "label")}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {field ? null : (
        <>
          <TextInput
            label="Key"
            description="How records, files and the API call it; it stays."
            value={key ?? keyFor(label)}
            error={fieldError(doing.error, "key")}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <Select
            label="Kind"
            allowDeselect={false}
            data={types}
            value={type}
            onChange={(value) => value && setType(value)}
          />
        </>
      )}
      {type === "choice" ? (
        <TagsInput
          label="Options"
          description="Press Enter after each, in the order in which they are offered."
          value={[...options]}
          error={fieldError(doing.error, "options")}
          onChange={setOptions}
        />
      ) : null}
    </Form>
  );
}

type Added = Parameters<ReturnType<typeof useDo<(typeof createField)["shape"]>>["mutate"]>[0];

function useFields(onDone: () => void) {
  const adding = useDo(createField);
  const changing = useDo(changeField);
  const removing = useDo(removeField);
  return {
    adding,
    changing,
    add(body: NonNullable<Added["body"]>) {
      adding.mutate(
        { body },
        {
          onSuccess: (made) => {
            onDone();
            tell(`The field ${made.label} was added.`, () =>
              removing.mutateAsync({ params: { id: made.id }, ifMatch: made.version }),
            );
          },
        },
      );
    },
    change(field: FieldOut, body: { label: string; options?: string[] }) {
      const before = { label: field.label, ...(body.options ? { options: field.options } : {}) };
      changing.mutate(
        { params: { id: field.id }, body, ifMatch: field.version },
        {
          onSuccess: (kept) => {
            onDone();
            tell(`The field ${kept.label} was changed.`, () =>
              changing.mutateAsync({ params: { id: field.id }, body: before, ifMatch: kept.version }),
            );
          },
        },
      );
    },
  };
}
