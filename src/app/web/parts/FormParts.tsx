/** Fields, a form that was refused, and the pieces of a filter bar. */
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { CallRefused } from "#base/contract";
import {
  DayField,
  DimensionSelect,
  Editable,
  Form,
  fieldError,
  MoneyField,
  Presets,
  SearchField,
} from "#base/ui";
import { Shown } from "./Shown.tsx";

const refused = new CallRefused({
  type: "about:blank",
  title: "Refused",
  status: 422,
  detail: "There is already a field “segment” of account.",
  fix: "Choose another key, or change the field that exists.",
  fields: [{ field: "key", message: "is taken" }],
});
const calm = { error: null, isPending: false };

export function FormParts() {
  const [day, setDay] = useState<string | null>("2026-11-23");
  const [amount, setAmount] = useState("125000.50");
  return (
    <div className="qd-parts-grid">
      <Shown name="Fields">
        <Form doing={calm} onSubmit={() => undefined} label="Example of fields">
          <TextInput label="Name" required placeholder="Harbor & Sons" />
          <Select
            label="Kind"
            description="It decides what can be entered."
            data={["Text", "Number", "Day"]}
          />
          <div className="qd-form-pair">
            <DayField label="From" value={day} onChange={setDay} />
            <MoneyField label="Amount" currency="USD" value={amount} onChange={setAmount} />
          </div>
          <Textarea label="Note" autosize minRows={2} />
        </Form>
      </Shown>
      <Shown name="Refused by the server, by its field">
        <Form
          doing={{ error: refused, isPending: false }}
          onSubmit={() => undefined}
          label="Example of a refusal"
        >
          <TextInput label="Key" defaultValue="segment" error={fieldError(refused, "key")} />
        </Form>
      </Shown>
      <Shown name="Cannot be kept yet, and why; waiting">
        <Form
          doing={calm}
          refusal="A choice needs at least one option."
          onSubmit={() => undefined}
          label="Example of a rule"
        >
          <TextInput label="Options" />
        </Form>
        <p>
          <Button loading>Save</Button> <Button disabled>Save</Button>{" "}
          <Button variant="default">Another way</Button> <Button color="red">Remove</Button>
        </p>
      </Shown>
      <Shown name="A value that is changed where it stands">
        <p>
          <Editable label="Next step" kind="text" value="Call Ana" onKeep={async () => undefined}>
            Call Ana
          </Editable>
        </p>
        <p>
          <Editable
            label="Amount"
            kind="text"
            value="1"
            refusal="It was won: reopen it first."
            onKeep={async () => undefined}
          >
            Cannot be changed now
          </Editable>
        </p>
      </Shown>
      <FilterParts />
    </div>
  );
}

function FilterParts() {
  const [words, setWords] = useState("");
  const [far, setFar] = useState("week");
  const [by, setBy] = useState("stage");
  return (
    <Shown name="Pieces of a filter bar" wide>
      <div className="qd-controls">
        <DimensionSelect value={by} onChange={setBy} />
        <Presets
          label="How far back"
          value={far}
          onChange={setFar}
          choices={["week", "month", "quarter"].map((value) => ({ value, label: value }))}
        />
        <SearchField label="Name, title or team" value={words} onChange={setWords} />
        <span className="qd-slice">
          <span className="qd-dim">Region</span> Europe
        </span>
      </div>
    </Shown>
  );
}
