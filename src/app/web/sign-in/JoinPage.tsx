/** Where a link to a seat leads: a password is chosen, and one is in. */
import { PasswordInput, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ClientSide } from "#base/contract";
import { Form, fieldError, Loading, problemOf, useAsk, useDo } from "#base/ui";
import { acceptInvitation, lookAtInvitation } from "#people/contract";
import { CodeField } from "./CodeField.tsx";
import { Door } from "./Door.tsx";

type Invitation = NonNullable<ClientSide<typeof lookAtInvitation>["output"]>;

export default function JoinPage() {
  const [token] = useState(() => new URLSearchParams(window.location.search).get("token") ?? "");
  // Asked once: when the link is used it leads nowhere any more.
  const [taken, setTaken] = useState(false);
  const invitation = useAsk(lookAtInvitation, { body: { token } }, { enabled: !taken });
  if (invitation.data && !invitation.error) {
    return <Choose token={token} invitation={invitation.data} onTaking={() => setTaken(true)} />;
  }
  if (!invitation.error) {
    return (
      <Door title="Join">
        <Loading rows={4} />
      </Door>
    );
  }
  const { detail, fix } = problemOf(invitation.error);
  return (
    <Door title="This link leads nowhere">
      <p role="alert">
        {detail} {fix}
      </p>
      <Link to="/sign-in" className="qd-link">
        Sign in instead
      </Link>
    </Door>
  );
}

function Choose(props: { token: string; invitation: Invitation; onTaking: () => void }) {
  const { invitation } = props;
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const doing = useDo(acceptInvitation);
  const take = () => {
    props.onTaking();
    const body = { token: props.token, password, ...(invitation.twoFactor ? { code } : {}) };
    doing.mutate({ body }, { onSuccess: () => window.location.assign("/") });
  };
  return (
    <Door
      title={invitation.isNew ? `Join ${invitation.workspace}` : "Choose a new password"}
      note={<p>The link works once. Where you are signed in already, those sessions end.</p>}
    >
      <p>
        {invitation.name}, you sign in with <strong>{invitation.email}</strong> and the password that you
        choose here.
      </p>
      <Form
        label="Choose a password"
        doing={doing}
        verb="Set the password and sign in"
        same={password === "" || (invitation.twoFactor && code === "")}
        onSubmit={take}
      >
        <TextInput label="E-mail" name="email" autoComplete="username" readOnly value={invitation.email} />
        <PasswordInput
          label="New password"
          description="At least 8 characters. Several words that only you would put together make a good one."
          name="new-password"
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
          value={password}
          error={fieldError(doing.error, "password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {invitation.twoFactor ? (
          <CodeField value={code} onChange={setCode} error={fieldError(doing.error, "code")} />
        ) : null}
      </Form>
    </Door>
  );
}
