/** What targets and costs have in common on screen: an amount over days, as a row and as a form. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import {
  Amount,
  type Column,
  type Doing,
  Form,
  fieldError,
  formatDay,
  MoneyField,
  type PeriodDays,
  PeriodField,
  usePeriods,
} from "#base/ui";

export interface Planned extends PeriodDays {
  readonly id: string;
  readonly version: number;
  readonly amount: { readonly amount: string; readonly currency: string };
}

/** "Q4 FY2027", or the first and the last day where it is no fiscal period. */
export function usePeriodText(): (period: PeriodDays) => string {
  const periods = usePeriods();
  return ({ startsOn, endsOn }) => {
    const known = periods.find((period) => period.value === `${startsOn}/${endsOn}`);
    const last = Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString();
    return known?.label ?? `${formatDay(startsOn)} – ${formatDay(last)}`;
  };
}

/** The columns for the days and the amount. */
export function plannedColumns<T extends Planned>(periodText: (period: PeriodDays) => string): Column<T>[] {
  return [
    { id: "period", header: "Period", value: (row) => row.startsOn, cell: periodText },
    {
      id: "amount",
      header: "Amount",
      align: "right",
      width: 140,
      value: (row) => Number(row.amount.amount),
      cell: (row) => <Amount {...row.amount} full />,
    },
  ];
}

/** The form around a planned amount; what is its own stands as children above. */
export function PlannedForm(props: {
  doing: Doing;
  period: PeriodDays;
  onPeriod: (period: PeriodDays) => void;
  amount: string;
  currency: string;
  onAmount: (amount: string) => void;
  same: boolean;
  verb: string;
  onSubmit: () => void;
  onCancel: () => void;
  /** Takes it away; left out while it is not there yet. */
  onRemove?: (() => void) | undefined;
  removeVerb: string;
  children: ReactNode;
}) {
  const { doing } = props;
  return (
    <Form
      doing={doing}
      same={props.same || props.amount === ""}
      verb={props.verb}
      onSubmit={props.onSubmit}
      onCancel={props.onCancel}
    >
      {props.children}
      <PeriodField
        label="Period"
        value={props.period}
        onChange={props.onPeriod}
        error={fieldError(doing.error, "endsOn")}
      />
      <MoneyField
        label="Amount"
        required
        currency={props.currency}
        value={props.amount}
        onChange={props.onAmount}
        error={fieldError(doing.error, "amount") ?? fieldError(doing.error, "amount.amount")}
      />
      {props.onRemove ? (
        <Button variant="subtle" color="red" justify="start" onClick={props.onRemove}>
          {props.removeVerb}
        </Button>
      ) : null}
    </Form>
  );
}
