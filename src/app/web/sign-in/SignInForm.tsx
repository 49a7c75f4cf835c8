/** Address and password, then a code or a workspace where one is asked for. */
import { PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ClientSide } from "#base/contract";
import { Form, useDo } from "#base/ui";
import { signIn } from "#people/contract";
import { CodeField } from "./CodeField.tsx";

type Answer = NonNullable<ClientSide<typeof signIn>["output"]>;

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [workspaceId, setWorkspace] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Answer | null>(null);
  const doing = useDo(signIn);
  const needsCode = wanted?.state === "code-needed";
  const send = () => {
    const body = {
      email,
      password,
      ...(needsCode ? { code } : {}),
      ...(workspaceId ? { workspaceId } : {}),
    };
    const onSuccess = (answer: Answer) => (answer.state === "signed-in" ? onSignedIn() : setWanted(answer));
    doing.mutate({ body }, { onSuccess });
  };
  const again = () => {
    doing.reset();
    setWanted(null);
    setWorkspace(null);
    setCode("");
  };
  return (
    <Form
      label="Sign in"
      doing={doing}
      verb={wanted ? "Go on" : "Sign in"}
      same={wanted ? (needsCode ? code === "" : workspaceId === null) : email === "" || password === ""}
      onSubmit={send}
      {...(wanted ? { onCancel: again } : {})}
    >
      {wanted?.state === "workspace-needed" ? (
        <Select
          label="Which workspace?"
          data-autofocus
          data={wanted.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          value={workspaceId}
          onChange={setWorkspace}
        />
      ) : null}
      {needsCode ? <CodeField value={code} onChange={setCode} focus /> : null}
      {wanted ? null : (
        <>
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
    </Form>
  );
}
