/** Gives open work to another owner: all of it, or what is chosen record by record. */
import { Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import {
  counted,
  Form,
  fieldError,
  formatDay,
  formatInstant,
  formatMoneyWhole,
  tell,
  useAsk,
  useDo,
  useWorkspace,
} from "#base/ui";
import { getOrganization } from "#people/contract";
import { handOver, type OpenWork } from "../contract.ts";
import { type Chosen, type WorkNoun, workNouns } from "../open-work.ts";

const words: Readonly<Record<WorkNoun, readonly [one: string, many: string]>> = {
  opportunity: ["opportunity", "opportunities"],
  account: ["account", "accounts"],
  contact: ["contact", "contacts"],
  activity: ["activity", "activities"],
};

interface Item {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

export function HandOverForm(props: {
  person: { readonly id: string; readonly name: string };
  work: OpenWork;
  onDone: () => void;
}) {
  const { person, work, onDone } = props;
  const items = useItems(work);
  const [toId, setToId] = useState<string | null>(null);
  // What is not chosen: at first everything is, also what is not listed.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const people = useAsk(getOrganization, {}).data?.people ?? [];
  const handing = useHandOver(person, onDone);
  const chosen = chosenOf(items, left);
  const counts = workNouns.map((noun) => (left.size === 0 ? work[noun].count : chosen[noun].length));
  const said = workNouns.flatMap((noun, at) =>
    counts[at] ? [counted(counts[at], words[noun][0], words[noun][1])] : [],
  );
  return (
    <Form
      doing={handing.doing}
      same={toId === null || said.length === 0}
      verb="Hand over"
      onSubmit={() => toId && handing.keep(toId, left.size === 0 ? null : chosen)}
      onCancel={onDone}
    >
      <Select
        label="New owner"
        searchable
        limit={60}
        placeholder="Type a name"
        data={people.filter(({ id }) => id !== person.id).map(({ id, name }) => ({ value: id, label: name }))}
        value={toId}
        error={fieldError(handing.doing.error, "toId")}
        onChange={setToId}
      />
      {workNouns.map((noun) => (
        <Part key={noun} noun={noun} items={items[noun]} left={left} onChange={setLeft} />
      ))}
      <p className="qd-dim" aria-live="polite">
        {said.length === 0 ? "Nothing is chosen." : `Goes over: ${said.join(", ")}.`}
      </p>
    </Form>
  );
}

/** The records of one kind: all of them with one press, or some. */
function Part(props: {
  noun: WorkNoun;
  items: readonly Item[];
  left: ReadonlySet<string>;
  onChange: (left: ReadonlySet<string>) => void;
}) {
  const { noun, items, left, onChange } = props;
  if (items.length === 0) return null;
  const leftHere = items.filter(({ id }) => left.has(id)).length;
  const set = (ids: readonly string[], stays: boolean) => {
    const next = new Set(left);
    for (const id of ids) {
      if (stays) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  const all = items.map(({ id }) => id);
  return (
    <fieldset className="qd-hand-over">
      <Checkbox
        label={counted(items.length, words[noun][0], words[noun][1])}
        checked={leftHere === 0}
        indeterminate={leftHere > 0 && leftHere < items.length}
        onChange={() => set(all, leftHere === 0)}
      />
      <details>
        <summary>Choose among them</summary>
        <ul>
          {items.map(({ id, name, note }) => (
            <li key={id}>
              <Checkbox
                label={
                  <>
                    {name} <span className="qd-faint">{note}</span>
                  </>
                }
                checked={!left.has(id)}
                onChange={() => set([id], !left.has(id))}
              />
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

function useItems(work: OpenWork): Readonly<Record<WorkNoun, readonly Item[]>> {
  const { timeZone } = useWorkspace();
  return {
    opportunity: work.opportunity.items.map(({ id, name, amount, closeOn }) => ({
      id,
      name,
      note: [
        amount.amount === null ? null : formatMoneyWhole(amount.amount, amount.currency),
        closeOn === null ? null : formatDay(closeOn),
      ]
        .filter(Boolean)
        .join(" · "),
    })),
    account: work.account.items.map((one) => ({ ...one, note: "" })),
    contact: work.contact.items.map(({ id, name, account }) => ({ id, name, note: account?.name ?? "" })),
    activity: work.activity.items.map(({ id, name, dueAt }) => ({
      id,
      name,
      note: dueAt === null ? "" : `due ${formatInstant(dueAt, timeZone)}`,
    })),
  };
}

function chosenOf(items: Readonly<Record<WorkNoun, readonly Item[]>>, left: ReadonlySet<string>): Chosen {
  const of = (noun: WorkNoun) => items[noun].map(({ id }) => id).filter((id) => !left.has(id));
  return {
    opportunity: of("opportunity"),
    account: of("account"),
    contact: of("contact"),
    activity: of("activity"),
  };
}

/** Hands work over and tells it; the way back is there unless two shares became one. */
function useHandOver(person: { readonly id: string; readonly name: string }, onDone: () => void) {
  const doing = useDo(handOver);
  return {
    doing,
    keep(toId: string, chosen: Chosen | null) {
      const asked = (records: Chosen) => ({
        opportunity: [...records.opportunity],
        account: [...records.account],
        contact: [...records.contact],
        activity: [...records.activity],
      });
      const body = { toId, records: chosen && asked(chosen) };
      doing.mutate(
        { params: { id: person.id }, body },
        {
          onSuccess: (done) => {
            onDone();
            const count = workNouns.reduce((sum, noun) => sum + done.records[noun].length, 0);
            const back = () =>
              doing.mutateAsync({
                params: { id: toId },
                body: { toId: person.id, records: asked(done.records) },
              });
            const went = `${counted(count, "record")} of ${person.name} went to ${done.to.name}.`;
            if (done.joined === 0) tell(went, back);
            else tell(`${went} ${joinedText(done.joined)}`);
          },
        },
      );
    },
  };
}

/** Why there is no way back at one press. */
function joinedText(joined: number): string {
  return `In ${counted(joined, "opportunity", "opportunities")} their share joined one that was there, which stays so.`;
}
