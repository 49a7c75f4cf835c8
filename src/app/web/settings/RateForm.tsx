/** States a rate, corrects one, or takes one back that was stated by mistake. */
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useDo, useToday } from "#base/ui";
import { removeExchangeRate, setExchangeRate } from "#people/contract";
import type { Rate } from "./CurrenciesPage.tsx";
import { currencyChoices } from "./currency-choices.ts";

export function RateForm(props: {
  /** The rate that is corrected; null for a new one. */
  rate: Rate | null;
  items: readonly Rate[];
  /** The company's own. */
  currency: string;
  onDone: () => void;
}) {
  const { rate, onDone } = props;
  const today = useToday().toString();
  const [currency, setCurrency] = useState(rate?.currency ?? props.items.at(-1)?.currency ?? "EUR");
  const [startsOn, setStartsOn] = useState<string | null>(rate?.startsOn ?? today);
  const [text, setText] = useState(rate?.rate ?? "");
  const { state, remove, keep, takeBack } = useRates(props.items, onDone);
  const same = rate !== null && text === rate.rate;
  return (
    <Form
      doing={state}
      same={same || text === "" || startsOn === null}
      verb={rate ? "Correct the rate" : "State the rate"}
      onSubmit={() => keep({ currency, startsOn: startsOn ?? today, rate: text.replace(",", ".") })}
      onCancel={onDone}
    >
      <Select
        label="Currency"
        searchable
        allowDeselect={false}
        limit={60}
        disabled={rate !== null}
        data={currencyChoices.filter(({ value }) => value !== props.currency)}
        value={currency}
        error={fieldError(state.error, "currency")}
        onChange={(code) => code && setCurrency(code)}
      />
      {rate ? null : <DayField label="From" value={startsOn} onChange={setStartsOn} />}
      <TextInput
        label={`One ${currency} is worth`}
        rightSection={<span className="qd-faint">{props.currency}</span>}
        rightSectionWidth={48}
        placeholder="1.0825"
        inputMode="decimal"
        data-autofocus
        value={text}
        error={fieldError(state.error, "rate")}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {rate ? (
        <Button
          variant="subtle"
          color="red"
          justify="start"
          loading={remove.isPending}
          onClick={() => takeBack(rate)}
        >
          Take this rate back
        </Button>
      ) : null}
    </Form>
  );
}

type Said = Pick<Rate, "currency" | "startsOn" | "rate">;
const said = ({ currency, startsOn, rate }: Said): Said => ({ currency, startsOn, rate });

function useRates(items: readonly Rate[], onDone: () => void) {
  const state = useDo(setExchangeRate);
  const remove = useDo(removeExchangeRate);
  return {
    state,
    remove,
    keep(body: Said) {
      const before = items.find((one) => one.currency === body.currency && one.startsOn === body.startsOn);
      const undo = async (kept: { id: string; version: number }) =>
        before
          ? state.mutateAsync({ body: said(before) })
          : remove.mutateAsync({ params: { id: kept.id }, ifMatch: kept.version });
      state.mutate(
        { body },
        {
          onSuccess: (kept) => {
            onDone();
            tell(`One ${kept.currency} is worth ${kept.rate}.`, () => undo(kept));
          },
        },
      );
    },
    takeBack(rate: Rate) {
      remove.mutate(
        { params: { id: rate.id }, ifMatch: rate.version },
        {
          onSuccess: () => {
            onDone();
            tell("The rate was taken back.", () => state.mutateAsync({ body: said(rate) }));
          },
        },
      );
    },
  };
}
