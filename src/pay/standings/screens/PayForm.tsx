/** States what somebody is paid from a day on, or corrects a record. */
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  DayField,
  Form,
  fieldError,
  formatDay,
  MoneyField,
  tell,
  useAsk,
  useDo,
  useToday,
  useWorkspace,
} from "#base/ui";
import { getOrganization } from "#people/contract";
import { RoleField } from "../../bands/screens/RoleField.tsx";
import { correctPay, type PayRecordOut, removePay, statePay } from "../contract.ts";

type Said = Pick<
  PayRecordOut,
  "startsOn" | "roleKey" | "roleName" | "level" | "location" | "currency" | "base" | "bonus"
>;

function useBefore(record: PayRecordOut | null): Said {
  const { currency } = useWorkspace();
  const startsOn = useToday().with({ day: 1 }).toString();
  if (record === null) {
    const nobody = { roleKey: null, roleName: "", level: "", location: "" };
    return { startsOn, ...nobody, currency, base: "", bonus: "0" };
  }
  const { roleKey, roleName, level, location, base, bonus } = record;
  return {
    ...{ startsOn: record.startsOn, roleKey, roleName, level, location },
    ...{ currency: record.currency, base, bonus },
  };
}

export function PayForm({ record, onDone }: { record: PayRecordOut | null; onDone: () => void }) {
  const before = useBefore(record);
  const [said, setSaid] = useState<Said>(before);
  const [personId, setPersonId] = useState(record?.person.id ?? null);
  const set = (more: Partial<Said>) => setSaid({ ...said, ...more });
  const { doing, keep, takeAway } = useKeep(record, onDone);
  const same = JSON.stringify(said) === JSON.stringify(before);
  return (
    <Form
      doing={doing}
      same={same || personId === null || said.roleName.trim() === "" || said.base === ""}
      verb={record ? "Save" : "State it"}
      onSubmit={() => keep(personId ?? "", said)}
      onCancel={onDone}
    >
      {record ? null : <Whose value={personId} onChange={setPersonId} error={doing.error} />}
      <DayField
        label="From"
        required
        value={said.startsOn}
        error={fieldError(doing.error, "startsOn")}
        onChange={(day) => day && set({ startsOn: day })}
      />
      <RoleField value={said} onChange={set} error={fieldError(doing.error, "roleName")} />
      <div className="qd-form-pair">
        <TextInput
          label="Level"
          value={said.level}
          onChange={(event) => set({ level: event.currentTarget.value })}
        />
        <TextInput
          label="Location"
          value={said.location}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
      </div>
      <Amounts said={said} set={set} error={doing.error} />
      {record ? (
        <Button variant="subtle" color="red" justify="start" onClick={takeAway}>
          Take this record away
        </Button>
      ) : null}
    </Form>
  );
}

function Amounts(props: { said: Said; set: (more: Partial<Said>) => void; error: unknown }) {
  const { said, set, error } = props;
  return (
    <>
      <TextInput
        label="Currency"
        value={said.currency}
        error={fieldError(error, "currency")}
        onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase().slice(0, 3) })}
      />
      <MoneyField
        label="Base, a year"
        required
        currency={said.currency}
        value={said.base}
        error={fieldError(error, "base")}
        onChange={(base) => set({ base })}
      />
      <MoneyField
        label="Target bonus, a year"
        currency={said.currency}
        value={said.bonus}
        error={fieldError(error, "bonus")}
        onChange={(bonus) => set({ bonus: bonus === "" ? "0" : bonus })}
      />
    </>
  );
}

function Whose(props: { value: string | null; onChange: (id: string | null) => void; error: unknown }) {
  const people = useAsk(getOrganization, {}).data?.people ?? [];
  return (
    <Select
      label="Whose"
      required
      searchable
      limit={60}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      error={fieldError(props.error, "personId")}
      onChange={props.onChange}
    />
  );
}

function useKeep(record: PayRecordOut | null, onDone: () => void) {
  const state = useDo(statePay);
  const correct = useDo(correctPay);
  const remove = useDo(removePay);
  const onSuccess = (kept: PayRecordOut) => {
    onDone();
    tell(`${kept.person.name}'s pay from ${formatDay(kept.startsOn)} on was kept.`);
  };
  return {
    doing: remove.error ? remove : record ? correct : state,
    keep(personId: string, body: Said) {
      if (record) correct.mutate({ params: { id: record.id }, body, ifMatch: record.version }, { onSuccess });
      else state.mutate({ body: { personId, ...body } }, { onSuccess });
    },
    takeAway() {
      if (record === null) return;
      const done = () => {
        onDone();
        tell(`${record.person.name}'s pay record was taken away.`);
      };
      remove.mutate({ params: { id: record.id }, ifMatch: record.version }, { onSuccess: done });
    },
  };
}
