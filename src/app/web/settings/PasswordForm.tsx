/** Changes one's password; the present one is asked for. */
import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { counted, Form, fieldError, tell, useDo } from "#base/ui";
import { changePassword } from "#people/contract";

const toggle = { "aria-label": "Show the password" };

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [newPassword, setNew] = useState("");
  const doing = useDo(changePassword);
  const onSuccess = ({ ended }: { ended: number }) => {
    onDone();
    tell(
      ended === 0
        ? "The password was changed."
        : `The password was changed; ${counted(ended, "other session")} ended.`,
    );
  };
  return (
    <Form
      doing={doing}
      verb="Change the password"
      same={password === "" || newPassword === ""}
      onSubmit={() => doing.mutate({ body: { password, newPassword } }, { onSuccess })}
      onCancel={onDone}
    >
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={toggle}
        value={password}
        error={fieldError(doing.error, "password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        label="New password"
        description="At least 8 characters. Several words that only you would put together make a good one."
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        value={newPassword}
        error={fieldError(doing.error, "newPassword")}
        onChange={(event) => setNew(event.currentTarget.value)}
      />
    </Form>
  );
}
