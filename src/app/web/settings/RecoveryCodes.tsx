/** Recovery codes, the one time that they can be seen. */
import { Button, CopyButton } from "@mantine/core";
import "../sign-in/sign-in.css";

export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="qd-form">
      <p>
        Two-factor is on. Keep these codes where you find them without your phone: each lets you in once in
        place of a code. They are never shown again.
      </p>
      <ul className="qd-recovery" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="qd-form-end">
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button data-autofocus onClick={copy}>
              {copied ? "Copied" : "Copy them"}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          I kept them
        </Button>
      </div>
    </div>
  );
}
