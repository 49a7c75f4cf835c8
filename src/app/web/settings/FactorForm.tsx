/** Sets up two-factor: the password, then the secret into an app, then a code of it; at the end recovery codes. */
import { Button, CopyButton, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, useDo } from "#base/ui";
import { confirmFactor, offerFactor } from "#people/contract";
import { CodeField } from "../sign-in/CodeField.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

export function FactorForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const offering = useDo(offerFactor);
  const confirming = useDo(confirmFactor);
  if (confirming.data) return <RecoveryCodes codes={confirming.data.recoveryCodes} onDone={onDone} />;
  if (!offering.data) {
    return (
      <Form
        doing={offering}
        verb="Go on"
        same={password === ""}
        onSubmit={() => offering.mutate({ body: { password } })}
        onCancel={onDone}
      >
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
          value={password}
          error={fieldError(offering.error, "password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Form>
    );
  }
  const { secret, link } = offering.data;
  return (
    <Form
      doing={confirming}
      verb="Switch two-factor on"
      same={code === ""}
      onSubmit={() => confirming.mutate({ body: { code } })}
      onCancel={onDone}
    >
      <p>
        Add an account to your authenticator app with this key, or <a href={link}>open it in the app</a> on
        this device.
      </p>
      <div className="qd-command">
        <code>{(secret.match(/.{4}/g) ?? []).join(" ")}</code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </div>
      <CodeField appOnly focus value={code} onChange={setCode} error={fieldError(confirming.error, "code")} />
    </Form>
  );
}
