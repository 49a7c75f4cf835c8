/** How one signs in oneself: password, two-factor, and the sessions that are open. */
import { Button } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useState } from "react";
import {
  Answer,
  counted,
  Empty,
  formatInstant,
  Section,
  SideForm,
  Tag,
  useAsk,
  useDo,
  useWorkspace,
} from "#base/ui";
import { getOwnSignIn, type OwnSignInOut, signOut } from "#people/contract";
import { FactorForm } from "./FactorForm.tsx";
import { OwnSessions } from "./OwnSessions.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { ProofForm } from "./ProofForm.tsx";
import { Settings } from "./Settings.tsx";

type Opened = "password" | "factor" | "codes" | "off";
const titles: Readonly<Record<Opened, string>> = {
  password: "Change your password",
  factor: "Set up two-factor",
  codes: "New recovery codes",
  off: "Switch two-factor off",
};

export default function OwnPage() {
  const asked = useAsk(getOwnSignIn, {});
  const [opened, setOpened] = useState<Opened | null>(null);
  const seat = asked.data?.seat;
  const close = () => setOpened(null);
  return (
    <Settings
      title="Your sign-in"
      finding={
        seat
          ? `You sign in as ${seat.email}, ${seat.twoFactor ? "with two-factor" : "without two-factor"}. ${counted(seat.sessions.length, "session")} open.`
          : "How you come in."
      }
      actions={<SignOut />}
      main={
        <Answer of={asked}>
          {({ seat }) => (seat ? <Proofs seat={seat} onOpen={setOpened} /> : <WithoutSeat />)}
        </Answer>
      }
      table={
        <>
          {seat ? (
            <Section flush title="Where you are signed in">
              <OwnSessions sessions={seat.sessions} />
            </Section>
          ) : null}
          <SideForm opened={opened !== null} onClose={close} title={opened ? titles[opened] : ""}>
            {opened === "password" ? <PasswordForm onDone={close} /> : null}
            {opened === "factor" ? <FactorForm onDone={close} /> : null}
            {opened === "codes" || opened === "off" ? <ProofForm what={opened} onDone={close} /> : null}
          </SideForm>
        </>
      }
    />
  );
}

function Proofs({ seat, onOpen }: { seat: OwnSignInOut; onOpen: (what: Opened) => void }) {
  const { timeZone } = useWorkspace();
  return (
    <Section flush title="How you prove that it is you">
      <div className="qd-setting-row">
        <span>
          <span className="qd-strong">Password</span>{" "}
          <span className="qd-faint">
            {seat.passwordSetAt ? `set ${formatInstant(seat.passwordSetAt, timeZone)}` : ""}
          </span>
        </span>
        <span />
        <Button size="compact-sm" variant="default" onClick={() => onOpen("password")}>
          Change
        </Button>
      </div>
      <div className="qd-setting-row">
        <span>
          <span className="qd-strong">Two-factor</span>{" "}
          <span className="qd-faint">
            {seat.twoFactor
              ? `${counted(seat.recoveryCodesLeft, "recovery code")} left`
              : "a code of an app on your phone, besides the password"}
          </span>
        </span>
        <Tag tone={seat.twoFactor ? "good" : "attention"}>{seat.twoFactor ? "on" : "off"}</Tag>
        {seat.twoFactor ? (
          <span className="qd-setting-row-end">
            <Button size="compact-sm" variant="default" onClick={() => onOpen("codes")}>
              New codes
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onOpen("off")}>
              Switch off
            </Button>
          </span>
        ) : (
          <Button size="compact-sm" onClick={() => onOpen("factor")}>
            Set up
          </Button>
        )}
      </div>
    </Section>
  );
}

function WithoutSeat() {
  return (
    <Empty title="You came in by the link on this machine">
      That way needs no password and has no second factor. To sign in from elsewhere, and with your name,
      invite yourself under People who sign in.
    </Empty>
  );
}

function SignOut() {
  const doing = useDo(signOut);
  return (
    <Button
      variant="default"
      leftSection={<IconLogout size={14} />}
      loading={doing.isPending}
      onClick={() => doing.mutate({}, { onSuccess: () => window.location.assign("/sign-in") })}
    >
      Sign out
    </Button>
  );
}
