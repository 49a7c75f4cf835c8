/** The custom fields of every noun. */
import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import {
  Answer,
  Confirm,
  counted,
  Empty,
  headline,
  Section,
  SideForm,
  Tag,
  tell,
  useAsk,
  useDo,
} from "#base/ui";
import { createField, type FieldOut, getFields, removeField } from "#crm/contract";
import { FieldForm, kindWord } from "./FieldForm.tsx";
import { Settings } from "./Settings.tsx";

type Opened = { readonly does: "add" } | { readonly does: "change" | "remove"; readonly field: FieldOut };

export default function FieldsPage() {
  const asked = useAsk(getFields, {});
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const changed = open?.does === "change" ? open.field : null;
  return (
    <Settings
      title="Custom fields"
      finding={
        asked.data
          ? `${counted(asked.data.items.length, "field")} beyond those that every company has. Figures can be broken down by those of opportunities, accounts and people.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpen({ does: "add" })}>
          Add a field
        </Button>
      }
      table={
        <>
          <Section flush label="Custom fields">
            <Answer of={asked}>{(data) => <Groups fields={data.items} onOpen={setOpen} />}</Answer>
          </Section>
          <SideForm
            opened={open?.does === "add" || changed !== null}
            onClose={close}
            title={changed ? changed.label : "Add a field"}
            note={changed ? "Its key and its kind stay: records and files know it by them." : undefined}
          >
            {open?.does === "add" || changed ? <FieldForm field={changed} onDone={close} /> : null}
          </SideForm>
          {open?.does === "remove" ? <Remove field={open.field} onClose={close} /> : null}
        </>
      }
    />
  );
}

function Groups({ fields, onOpen }: { fields: readonly FieldOut[]; onOpen: (open: Opened) => void }) {
  if (fields.length === 0) {
    return (
      <Empty title="No custom fields yet">
        Add what your company wants to know beyond the usual. Import adds the fields of your export by itself.
      </Empty>
    );
  }
  const nouns = [...Map.groupBy(fields, (field) => field.noun)];
  return nouns.map(([noun, list]) => (
    <div key={noun}>
      <div className="qd-field-group">{headline(noun)}</div>
      {list.map((field) => (
        <div key={field.id} className="qd-setting-row">
          <span>
            <span className="qd-strong">{field.label}</span> <code className="qd-faint">{field.key}</code>
          </span>
          <span className="qd-dim">
            <Tag>{kindWord(field.type)}</Tag>{" "}
            <span className="qd-wide-only">
              {field.options.length > 0 ? field.options.slice(0, 5).join(", ") : null}
              {field.options.length > 5 ? ` and ${field.options.length - 5} more` : null}
            </span>
          </span>
          <span className="qd-setting-row-end">
            <ActionIcon
              aria-label={`Change ${field.label}`}
              onClick={() => onOpen({ does: "change", field })}
            >
              <IconPencil size={15} />
            </ActionIcon>
            <ActionIcon
              aria-label={`Remove ${field.label}`}
              onClick={() => onOpen({ does: "remove", field })}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </span>
        </div>
      ))}
    </div>
  ));
}

function Remove({ field, onClose }: { field: FieldOut; onClose: () => void }) {
  const doing = useDo(removeField);
  const again = useDo(createField);
  const { noun, key, label, type, options } = field;
  const remove = () =>
    doing.mutate(
      { params: { id: field.id }, ifMatch: field.version },
      {
        onSuccess: () => {
          onClose();
          tell(`The field ${label} was removed.`, () =>
            again.mutateAsync({ body: { noun, key, label, type, options } }),
          );
        },
      },
    );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Remove the field ${label}?`}
      verb="Remove the field"
      removes
      doing={doing}
      onConfirm={remove}
    >
      <p>
        It disappears from every {noun}, and no figure can be broken down by it any more. The values stay in
        the records: a field with the same key brings them back.
      </p>
    </Confirm>
  );
}
