/** An amount in a currency, as decimal text: what is typed is what is kept, to the last digit. */
import { NumberInput } from "@mantine/core";
import { signsOfNumbers } from "../words.ts";

export function MoneyField(props: {
  label: string;
  currency: string;
  value: string;
  onChange: (amount: string) => void;
  description?: string;
  error?: string | undefined;
  required?: boolean;
}) {
  const { group, decimal } = signsOfNumbers();
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      leftSection={<span className="qd-faint">{props.currency}</span>}
      leftSectionWidth={48}
      hideControls
      thousandSeparator={group}
      decimalSeparator={decimal}
      decimalScale={4}
      allowNegative={false}
      valueIsNumericString
      required={props.required ?? false}
      value={props.value}
      onValueChange={({ value }) => props.onChange(value)}
      error={props.error}
    />
  );
}
