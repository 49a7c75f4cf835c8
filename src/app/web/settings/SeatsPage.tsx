/** Who signs in here with a password: invited, given an access role, and ended. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, counted, Section, SideForm, useAsk } from "#base/ui";
import { getSeats, type SeatLinkOut } from "#people/contract";
import { InviteForm } from "./InviteForm.tsx";
import { SeatLink } from "./SeatLink.tsx";
import { SeatTable } from "./SeatTable.tsx";
import { Settings } from "./Settings.tsx";

export default function SeatsPage() {
  const asked = useAsk(getSeats, {});
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<SeatLinkOut | null>(null);
  const seats = asked.data?.items ?? [];
  const active = seats.filter(({ state, noWayIn }) => state === "active" && noWayIn === null);
  const guarded = active.filter(({ twoFactor }) => twoFactor).length;
  const invited = seats.filter(({ state }) => state === "invited").length;
  const leave = () => {
    setInviting(false);
    setLink(null);
  };
  return (
    <Settings
      title="People who sign in"
      finding={asked.data ? found(active.length, guarded, invited) : "…"}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setInviting(true)}>
          Invite somebody
        </Button>
      }
      table={
        <>
          <Section flush>
            <Answer of={asked}>{(data) => <SeatTable seats={data.items} onLink={setLink} />}</Answer>
          </Section>
          <SideForm
            opened={inviting || link !== null}
            onClose={leave}
            title={link ? `A link for ${link.seat.person.name}` : "Invite somebody"}
            note={
              link
                ? null
                : "They sign in with their address and a password of their own, and may do what their access role says."
            }
          >
            {link ? <SeatLink given={link} onDone={leave} /> : null}
            {inviting && !link ? <InviteForm onInvited={setLink} onCancel={leave} /> : null}
          </SideForm>
        </>
      }
    />
  );
}

/** Who signs in, in a sentence. */
function found(active: number, guarded: number, invited: number): string {
  const waiting = invited > 0 ? `; ${invited} invited` : "";
  if (active === 0) return `Nobody signs in yet${waiting}.`;
  return `${counted(active, "person", "people")} ${active === 1 ? "signs" : "sign"} in, ${guarded} of them with two-factor${waiting}.`;
}
