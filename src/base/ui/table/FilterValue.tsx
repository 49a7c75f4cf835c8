/** The value that a condition compares with, in the form that its column and test ask for. */
import { NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { type Condition, isAboutDays, isFigure, type ListColumn } from "#base/kernel";
import { useWorkspace } from "../workspace.tsx";
import { DayValue, PeriodValue } from "./DayValue.tsx";
import { SetValue, type UseNames, type UseValues } from "./SetValue.tsx";

export interface FilterValueProps {
  readonly column: ListColumn;
  readonly condition: Condition;
  readonly onChange: (values: string[]) => void;
  readonly useValues: UseValues;
  readonly useNames: UseNames;
}

export function FilterValue(props: FilterValueProps) {
  const { column, condition, onChange } = props;
  const { test, values } = condition;
  if (test === "empty" || test === "filled") return null;
  if (test === "one-of" || test === "none-of") return <SetValue {...props} values={values} />;
  if (test === "in" || test === "not-in") {
    return <PeriodValue label={column.label} values={values} onChange={onChange} />;
  }
  if (test === "between") {
    return (
      <div className="qd-between">
        {[0, 1].map((at) => (
          <OneValue
            key={at}
            column={column}
            label={at === 0 ? `${column.label} from` : `${column.label} to`}
            value={values[at] ?? ""}
            onChange={(value) => onChange(at === 0 ? [value, values[1] ?? ""] : [values[0] ?? "", value])}
          />
        ))}
      </div>
    );
  }
  return (
    <OneValue
      column={column}
      label={column.label}
      value={values[0] ?? ""}
      onChange={(value) => onChange([value])}
    />
  );
}

interface OneProps {
  column: ListColumn;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function OneValue({ column, label, value, onChange }: OneProps) {
  if (isAboutDays(column)) return <DayValue label={label} value={value} onChange={onChange} />;
  if (isFigure(column)) return <FigureValue {...{ column, label, value, onChange }} />;
  if (column.kind === "flag") {
    return (
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value || "true"}
        onChange={onChange}
        data={[
          { value: "true", label: "Yes" },
          { value: "false", label: "No" },
        ]}
      />
    );
  }
  return (
    <TextInput
      size="xs"
      data-autofocus
      aria-label={label}
      placeholder="Text"
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function FigureValue({ column, label, value, onChange }: OneProps) {
  const { currency } = useWorkspace();
  const isRate = column.kind === "rate";
  return (
    <NumberInput
      size="xs"
      data-autofocus
      aria-label={label}
      placeholder="0"
      hideControls
      thousandSeparator=","
      decimalScale={isRate ? 4 : 6}
      {...(column.kind === "money" ? { suffix: ` ${currency}` } : isRate ? { suffix: " %" } : {})}
      valueIsNumericString
      value={isRate ? percentText(value) : value}
      onValueChange={({ value: typed }, { source }) => {
        if (source === "event") onChange(isRate ? rateText(typed) : typed.replace(/\.$/, ""));
      }}
    />
  );
}

/** "0.25" → "25": a rate is a percentage on screen only. */
const percentText = (rate: string) => (rate === "" ? "" : String(Number((Number(rate) * 100).toFixed(4))));
const rateText = (percent: string) =>
  percent === "" ? "" : String(Number((Number(percent) / 100).toFixed(6)));
