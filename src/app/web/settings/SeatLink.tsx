/** A link to a seat, the one time that it can be seen. */
import { Button, CopyButton, TextInput } from "@mantine/core";
import { formatInstant, useWorkspace } from "#base/ui";
import type { SeatLinkOut } from "#people/contract";

export function SeatLink({ given, onDone }: { given: SeatLinkOut; onDone: () => void }) {
  const { timeZone } = useWorkspace();
  const link = given.link ?? `${window.location.origin}${given.path}`;
  const takes = given.seat.state === "invited" ? "to take up the seat" : "to choose a new password";
  return (
    <div className="qd-form">
      <p>
        Hand it over yourself, by a way that only {given.seat.person.name} reads: Quarterdeck sends nothing.
        It works once, {takes}, until {formatInstant(given.until, timeZone)}. Earlier links work no more.
      </p>
      <TextInput
        label="The link"
        readOnly
        value={link}
        styles={{ input: { fontFamily: "var(--qd-font-code)" } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      {given.link === null ? (
        <p className="qd-dim">
          It opens on this machine only, until <code>QUARTERDECK_ORIGIN</code> names the address that others
          open.
        </p>
      ) : null}
      <div className="qd-form-end">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button data-autofocus onClick={copy}>
              {copied ? "Copied" : "Copy the link"}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
