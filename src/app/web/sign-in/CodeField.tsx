/** The field for a code of the second factor, or a recovery code. */
import { TextInput } from "@mantine/core";

export function CodeField(props: {
  value: string;
  onChange: (code: string) => void;
  focus?: boolean;
  error?: string | undefined;
  /** Only what the app shows, and no recovery code. */
  appOnly?: boolean;
}) {
  return (
    <TextInput
      label="Code"
      description={
        props.appOnly
          ? "The six digits that your authenticator app shows now"
          : "The six digits of your authenticator app, or a recovery code"
      }
      name="code"
      autoComplete="one-time-code"
      autoFocus={props.focus ?? false}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
