/** Sets a target for the company or for a person, changes one, or takes it away. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { fieldError, type PeriodDays, tell, useAsk, useDo, useToday, useWorkspace } from "#base/ui";
import { getOrganization } from "#people/contract";
import { changeTarget, createTarget, removeTarget, type TargetOut } from "../contract.ts";
import { PlannedForm } from "./planned.tsx";

export function TargetForm({ target, onDone }: { target: TargetOut | null; onDone: () => void }) {
  const { calendar, currency } = useWorkspace();
  const now = calendar.periodOf(useToday(), "quarter");
  const people = useAsk(getOrganization, {});
  const [personId, setPersonId] = useState<string | null>(target?.person?.id ?? null);
  const [period, setPeriod] = useState<PeriodDays>(
    target ?? { startsOn: now.startsOn.toString(), endsOn: now.endsOn.toString() },
  );
  const [amount, setAmount] = useState(target?.amount.amount ?? "");
  const { doing, keep, takeAway } = useTargets(target, onDone);
  const { startsOn, endsOn } = period;
  const said = {
    ...{ personId, startsOn, endsOn },
    amount: { amount, currency: target?.amount.currency ?? currency },
  };
  return (
    <PlannedForm
      doing={doing}
      period={period}
      onPeriod={setPeriod}
      amount={amount}
      currency={said.amount.currency}
      onAmount={setAmount}
      same={target !== null && JSON.stringify(said) === JSON.stringify(saidOf(target))}
      verb={target ? "Save" : "Set the target"}
      onSubmit={() => keep(said)}
      onCancel={onDone}
      onRemove={target ? takeAway : undefined}
      removeVerb="Take this target away"
    >
      <Select
        label="Whose"
        searchable
        clearable
        placeholder="The company as a whole"
        limit={60}
        data={(people.data?.people ?? []).map((person) => ({ value: person.id, label: person.name }))}
        value={personId}
        error={fieldError(doing.error, "personId")}
        onChange={setPersonId}
      />
    </PlannedForm>
  );
}

const saidOf = ({ person, startsOn, endsOn, amount }: TargetOut) => ({
  ...{ personId: person?.id ?? null, startsOn, endsOn },
  amount,
});
type Said = ReturnType<typeof saidOf>;

function useTargets(target: TargetOut | null, onDone: () => void) {
  const add = useDo(createTarget);
  const change = useDo(changeTarget);
  const remove = useDo(removeTarget);
  const done = (message: string, undo: () => Promise<unknown>) => {
    onDone();
    tell(message, undo);
  };
  return {
    doing: remove.error ? remove : target ? change : add,
    keep(body: Said) {
      if (target === null) {
        const onSuccess = ({ id, version }: TargetOut) =>
          done("The target was set.", () => remove.mutateAsync({ params: { id }, ifMatch: version }));
        add.mutate({ body }, { onSuccess });
        return;
      }
      const params = { id: target.id };
      const onSuccess = ({ version }: TargetOut) =>
        done("The target was changed.", () =>
          change.mutateAsync({ params, body: saidOf(target), ifMatch: version }),
        );
      change.mutate({ params, body, ifMatch: target.version }, { onSuccess });
    },
    takeAway() {
      if (target === null) return;
      remove.mutate(
        { params: { id: target.id }, ifMatch: target.version },
        {
          onSuccess: () =>
            done("The target was taken away.", () => add.mutateAsync({ body: saidOf(target) })),
        },
      );
    },
  };
}
