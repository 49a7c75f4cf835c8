/** What can be done about a seat; where nothing can, it says why. */
import { ActionIcon, Menu, TextInput } from "@mantine/core";
import { IconDots, IconLink, IconShieldOff, IconUserEdit, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { Confirm, Form, fieldError, SideForm, tell, useDo } from "#base/ui";
import {
  changeSeat,
  endSeat,
  endSeatFactor,
  renewSeatLink,
  type SeatLinkOut,
  type SeatOut,
} from "#people/contract";
import { RoleSelect } from "./RoleSelect.tsx";

type Doing = "change" | "link" | "factor" | "end";
const icon = { size: 15 };

export function SeatMenu({ seat, onLink }: { seat: SeatOut; onLink: (link: SeatLinkOut) => void }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  if (seat.state === "ended") return null;
  return (
    <>
      <Menu position="bottom-end" width={250} shadow="md" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`What to do about the seat of ${seat.person.name}`}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {seat.fixed ? (
            <Menu.Label>{seat.fixed}</Menu.Label>
          ) : (
            <>
              <Menu.Item leftSection={<IconUserEdit {...icon} />} onClick={() => setDoing("change")}>
                Change role or address
              </Menu.Item>
              <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => setDoing("link")}>
                {seat.state === "active" ? "Link to a new password" : "Make a new link"}
              </Menu.Item>
              {seat.twoFactor ? (
                <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={() => setDoing("factor")}>
                  Take two-factor away
                </Menu.Item>
              ) : null}
              <Menu.Item
                c="var(--qd-bad)"
                leftSection={<IconUserOff {...icon} />}
                onClick={() => setDoing("end")}
              >
                End the seat
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <SideForm opened={doing === "change"} onClose={close} title={`The seat of ${seat.person.name}`}>
        {doing === "change" ? <ChangeSeat seat={seat} onDone={close} /> : null}
      </SideForm>
      <NewLink seat={seat} opened={doing === "link"} onClose={close} onLink={onLink} />
      <TakeFactor seat={seat} opened={doing === "factor"} onClose={close} />
      <EndSeat seat={seat} opened={doing === "end"} onClose={close} />
    </>
  );
}

function ChangeSeat({ seat, onDone }: { seat: SeatOut; onDone: () => void }) {
  const [accessRole, setRole] = useState(seat.role.key);
  const [email, setEmail] = useState(seat.email);
  const doing = useDo(changeSeat);
  const change = () => {
    const body = {
      ...(accessRole === seat.role.key ? {} : { accessRole }),
      ...(email === seat.email ? {} : { email }),
    };
    const onSuccess = () => {
      onDone();
      tell("Changed. It holds from their next click on.");
    };
    doing.mutate({ params: { id: seat.id }, body, ifMatch: seat.version }, { onSuccess });
  };
  return (
    <Form
      doing={doing}
      same={accessRole === seat.role.key && email === seat.email}
      onSubmit={change}
      onCancel={onDone}
    >
      <RoleSelect value={accessRole} onChange={setRole} />
      <TextInput
        label="E-mail"
        description="With which they sign in"
        type="email"
        value={email}
        error={fieldError(doing.error, "email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </Form>
  );
}

interface Asked {
  readonly seat: SeatOut;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function NewLink({ seat, opened, onClose, onLink }: Asked & { onLink: (link: SeatLinkOut) => void }) {
  const doing = useDo(renewSeatLink);
  const onSuccess = (link: SeatLinkOut) => {
    onClose();
    onLink(link);
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`A new link for ${seat.person.name}?`}
      verb="Make the link"
      doing={doing}
      onConfirm={() => doing.mutate({ params: { id: seat.id } }, { onSuccess })}
    >
      <p>
        {seat.state === "active"
          ? "With it they choose a new password, within half an hour. Until then the present one holds; two-factor stays on."
          : "With it they take up the seat, within a week. The link before works no more."}
      </p>
    </Confirm>
  );
}

function TakeFactor({ seat, opened, onClose }: Asked) {
  const doing = useDo(endSeatFactor);
  const onSuccess = () => {
    onClose();
    tell(`${seat.person.name} signs in with the password alone now.`);
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Take two-factor away from ${seat.person.name}?`}
      verb="Take it away"
      removes
      doing={doing}
      onConfirm={() => doing.mutate({ params: { id: seat.id } }, { onSuccess })}
    >
      <p>
        For somebody who lost their phone and their recovery codes. Be sure that it is they who ask. Their
        sessions end, and the password alone lets them in until they set it up again.
      </p>
    </Confirm>
  );
}

function EndSeat({ seat, opened, onClose }: Asked) {
  const doing = useDo(endSeat);
  const onSuccess = () => {
    onClose();
    tell(`The seat of ${seat.person.name} was ended.`);
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`End the seat of ${seat.person.name}?`}
      verb="End the seat"
      removes
      doing={doing}
      onConfirm={() => doing.mutate({ params: { id: seat.id } }, { onSuccess })}
    >
      <p>
        Their sessions and keys are refused from the next request on; password and second factor are
        forgotten. The person stays in the records, and what they did stays signed with their name.
      </p>
    </Confirm>
  );
}
