/** A value that can be changed where it stands: press it, change it, Enter keeps it, Escape leaves it. */
import { ActionIcon, NumberInput, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconCheck, IconPencil, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { signsOfNumbers } from "./words.ts";

interface EditableProps {
  label: string;
  kind: "amount" | "day" | "text";
  value: string | null;
  children: ReactNode;
  /** Keeps the new value; a refusal is shown by whoever keeps it. */
  onKeep: (value: string | null) => Promise<unknown>;
  /** Why it cannot be changed now; shown on hover. */
  refusal?: string | null;
}

export function Editable(props: EditableProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!editing) {
    return (
      <button
        type="button"
        className="qd-editable"
        disabled={Boolean(props.refusal)}
        title={props.refusal ?? undefined}
        onClick={() => {
          setDraft(props.value);
          setEditing(true);
        }}
      >
        {props.children}
        <span className="qd-hidden">, change {props.label.toLowerCase()}</span>
        {props.refusal ? null : <IconPencil size={13} aria-hidden />}
      </button>
    );
  }
  const keep = async () => {
    if (draft === props.value) return setEditing(false);
    setBusy(true);
    try {
      await props.onKeep(draft === "" ? null : draft);
      setEditing(false);
    } catch {
      // The refusal stands beside the field; what was typed stays, so that it can be put right.
    } finally {
      setBusy(false);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void keep();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      setEditing(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape are for the field inside
    <span className="qd-editing" onKeyDown={keys}>
      <Field kind={props.kind} label={props.label} value={draft} onChange={setDraft} />
      <ActionIcon
        size="sm"
        variant="filled"
        color="harbour"
        aria-label="Keep"
        loading={busy}
        onClick={() => void keep()}
      >
        <IconCheck size={14} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label="Leave it"
        onClick={() => setEditing(false)}
      >
        <IconX size={14} />
      </ActionIcon>
    </span>
  );
}

function Field(props: {
  kind: EditableProps["kind"];
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const shared = { size: "xs", "aria-label": props.label, "data-autofocus": true, autoFocus: true } as const;
  if (props.kind === "day") {
    return (
      <DateInput
        {...shared}
        w={130}
        valueFormat="D MMM YYYY"
        clearable
        value={props.value}
        onChange={props.onChange}
      />
    );
  }
  if (props.kind === "amount") {
    const { group, decimal } = signsOfNumbers();
    return (
      <NumberInput
        {...shared}
        w={140}
        hideControls
        thousandSeparator={group}
        decimalSeparator={decimal}
        decimalScale={4}
        valueIsNumericString
        value={props.value ?? ""}
        onValueChange={({ value }) => props.onChange(value === "" ? null : value)}
      />
    );
  }
  if ((props.value ?? "").length > 60) {
    return (
      <Textarea
        {...shared}
        w={320}
        autosize
        value={props.value ?? ""}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      w={240}
      value={props.value ?? ""}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
