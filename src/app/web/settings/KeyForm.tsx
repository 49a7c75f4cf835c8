/** Makes a key, and shows it the one time that it can be seen. */
import { Button, CopyButton, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, useDo } from "#base/ui";
import { createKey } from "#people/contract";

const lasting = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "365", label: "A year" },
];
const rights = [
  { value: "read", label: "Read only" },
  { value: "write", label: "Read and write records and plans" },
];

export function KeyForm({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState("");
  const [may, setMay] = useState<"read" | "write">("read");
  const [days, setDays] = useState("90");
  const make = useDo(createKey);
  if (make.data) return <KeyShown secret={make.data.secret} onDone={onDone} />;
  return (
    <Form
      doing={make}
      same={name.trim() === ""}
      verb="Make the key"
      onSubmit={() => make.mutate({ body: { name: name.trim(), rights: may, days: Number(days) } })}
      onCancel={onDone}
    >
      <TextInput
        label="What is it for?"
        required
        data-autofocus
        placeholder="Warehouse sync"
        value={name}
        error={fieldError(make.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="May"
        allowDeselect={false}
        data={rights}
        value={may}
        onChange={(value) => value && setMay(value as "read" | "write")}
      />
      <Select
        label="Works for"
        allowDeselect={false}
        data={lasting}
        value={days}
        onChange={(value) => value && setDays(value)}
      />
    </Form>
  );
}

function KeyShown({ secret, onDone }: { secret: string; onDone: () => void }) {
  const address = window.location.origin;
  return (
    <div className="qd-form">
      <p>Copy the key now: it is kept as a hash, so nobody can show it again.</p>
      <TextInput
        label="The key"
        readOnly
        value={secret}
        styles={{ input: { fontFamily: "var(--qd-font-mono, monospace)" } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="qd-dim">
        A call with it: <code>curl -H "Authorization: Bearer $KEY" {address}/api/session</code>
      </p>
      <div className="qd-form-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button data-autofocus onClick={copy}>
              {copied ? "Copied" : "Copy the key"}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
