/** What somebody sees who came without a session. */
import { useAsk } from "#base/ui";
import { askSignIn } from "#people/contract";
import { Door } from "./sign-in/Door.tsx";
import { SignInForm } from "./sign-in/SignInForm.tsx";

/** Whether this is the machine on which the owner's link works. */
const onMachine = () => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(window.location.hostname);

export function SignedOut() {
  const asked = useAsk(askSignIn, {});
  if (!asked.data && !asked.error) return <div className="qd-blank" aria-busy="true" />;
  if (!asked.data?.password) {
    return (
      <Door title="Open Quarterdeck with a link">
        <p>
          The program prints a link when it starts, and the link opens this page for you. It works once, on
          this machine.
        </p>
        <OtherLink />
      </Door>
    );
  }
  return (
    <Door title="Sign in" note={onMachine() ? <OwnersLink /> : null}>
      <SignInForm onSignedIn={() => window.location.reload()} />
    </Door>
  );
}

function OtherLink() {
  return (
    <p>
      For another link, run <code>bin/quarterdeck link</code> in the folder of Quarterdeck.
    </p>
  );
}

function OwnersLink() {
  return (
    <p>
      The owner comes in without a password on this machine: <code>bin/quarterdeck link</code> prints a link
      that works once.
    </p>
  );
}
