/** A day: typed or chosen, always shown as "23 Nov 2026". */
import { DateInput } from "@mantine/dates";

export function DayField(props: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  description?: string;
  error?: string | undefined;
  clearable?: boolean;
  required?: boolean;
  min?: string;
  max?: string;
}) {
  const { min, max } = props;
  return (
    <DateInput
      label={props.label}
      description={props.description}
      valueFormat="D MMM YYYY"
      placeholder="23 Nov 2026"
      clearable={props.clearable ?? false}
      clearButtonProps={{ "aria-label": `Clear: ${props.label}` }}
      required={props.required ?? false}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
    />
  );
}
