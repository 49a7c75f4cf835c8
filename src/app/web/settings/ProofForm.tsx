/** Asks for password and code before something about two-factor: new recovery codes, or switching it off. */
import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, tell, useDo } from "#base/ui";
import { endFactor, renewRecoveryCodes } from "#people/contract";
import { CodeField } from "../sign-in/CodeField.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

export function ProofForm({ what, onDone }: { what: "codes" | "off"; onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const renewing = useDo(renewRecoveryCodes);
  const ending = useDo(endFactor);
  if (renewing.data) return <RecoveryCodes codes={renewing.data.recoveryCodes} onDone={onDone} />;
  const doing = what === "codes" ? renewing : ending;
  const submit = () => {
    const body = { password, code };
    if (what === "codes") return renewing.mutate({ body });
    const onSuccess = () => {
      onDone();
      tell("Two-factor is off: the password alone lets you in.");
    };
    return ending.mutate({ body }, { onSuccess });
  };
  return (
    <Form
      doing={doing}
      verb={what === "codes" ? "Make new codes" : "Switch two-factor off"}
      same={password === "" || code === ""}
      onSubmit={submit}
      onCancel={onDone}
    >
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
        value={password}
        error={fieldError(doing.error, "password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <CodeField value={code} onChange={setCode} error={fieldError(doing.error, "code")} />
    </Form>
  );
}
