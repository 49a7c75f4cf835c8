/** Enters a cost of selling, changes one, or takes it away. */
import { Autocomplete } from "@mantine/core";
import { useState } from "react";
import { fieldError, type PeriodDays, tell, useDo, useToday, useWorkspace } from "#base/ui";
import { PlannedForm } from "../../targets/screens/planned.tsx";
import { type CostOut, changeCost, createCost, removeCost } from "../contract.ts";

export function CostForm(props: {
  cost: CostOut | null;
  /** The categories that there are, to choose from. */
  categories: readonly string[];
  onDone: () => void;
}) {
  const { cost, onDone } = props;
  const { calendar, currency } = useWorkspace();
  const now = calendar.periodOf(useToday(), "quarter");
  const [category, setCategory] = useState(cost?.category ?? "");
  const [period, setPeriod] = useState<PeriodDays>(
    cost ?? { startsOn: now.startsOn.toString(), endsOn: now.endsOn.toString() },
  );
  const [amount, setAmount] = useState(cost?.amount.amount ?? "");
  const { doing, keep, takeAway } = useCosts(cost, onDone);
  const { startsOn, endsOn } = period;
  const said = {
    ...{ category: category.trim(), startsOn, endsOn },
    amount: { amount, currency: cost?.amount.currency ?? currency },
  };
  return (
    <PlannedForm
      doing={doing}
      period={period}
      onPeriod={setPeriod}
      amount={amount}
      currency={said.amount.currency}
      onAmount={setAmount}
      same={said.category === "" || (cost !== null && JSON.stringify(said) === JSON.stringify(saidOf(cost)))}
      verb={cost ? "Save" : "Enter the cost"}
      onSubmit={() => keep(said)}
      onCancel={onDone}
      onRemove={cost ? takeAway : undefined}
      removeVerb="Take this cost away"
    >
      <Autocomplete
        size="xs"
        label="Category"
        required
        placeholder="Salaries"
        data={[...props.categories]}
        value={category}
        error={fieldError(doing.error, "category")}
        onChange={setCategory}
      />
    </PlannedForm>
  );
}

const saidOf = ({ category, startsOn, endsOn, amount }: CostOut) => ({ category, startsOn, endsOn, amount });

function useCosts(cost: CostOut | null, onDone: () => void) {
  const add = useDo(createCost);
  const change = useDo(changeCost);
  const remove = useDo(removeCost);
  const done = (message: string, undo: () => Promise<unknown>) => {
    onDone();
    tell(message, undo);
  };
  return {
    doing: remove.error ? remove : cost ? change : add,
    keep(body: ReturnType<typeof saidOf>) {
      if (cost === null) {
        const onSuccess = ({ id, version }: CostOut) =>
          done("The cost was entered.", () => remove.mutateAsync({ params: { id }, ifMatch: version }));
        add.mutate({ body }, { onSuccess });
        return;
      }
      const params = { id: cost.id };
      const onSuccess = ({ version }: CostOut) =>
        done("The cost was changed.", () =>
          change.mutateAsync({ params, body: saidOf(cost), ifMatch: version }),
        );
      change.mutate({ params, body, ifMatch: cost.version }, { onSuccess });
    },
    takeAway() {
      if (cost === null) return;
      remove.mutate(
        { params: { id: cost.id }, ifMatch: cost.version },
        {
          onSuccess: () => done("The cost was taken away.", () => add.mutateAsync({ body: saidOf(cost) })),
        },
      );
    },
  };
}
