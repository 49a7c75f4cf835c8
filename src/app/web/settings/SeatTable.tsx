/** The seats of a workspace as a table; each can be changed, given another link, and ended. */
import { Link } from "@tanstack/react-router";
import { type Column, DataTable, Empty, formatInstant, Tag, useWorkspace } from "#base/ui";
import type { SeatLinkOut, SeatOut } from "#people/contract";
import { SeatMenu } from "./SeatMenu.tsx";

const tones = { invited: "attention", active: "good", ended: "neutral" } as const;

export function SeatTable({
  seats,
  onLink,
}: {
  seats: readonly SeatOut[];
  onLink: (link: SeatLinkOut) => void;
}) {
  const { timeZone } = useWorkspace();
  if (seats.length === 0) {
    return (
      <Empty title="Nobody signs in with a password yet">
        You are the owner, who comes in by the link on this machine. Invite yourself and others: each gets a
        link, chooses a password, and may do what their access role says.
      </Empty>
    );
  }
  const columns: Column<SeatOut>[] = [
    { id: "name", header: "Who", value: (seat) => seat.person.name, cell: (seat) => <Who seat={seat} /> },
    { id: "role", header: "Access role", value: (seat) => seat.role.name, width: 200, wideOnly: true },
    {
      id: "state",
      header: "State",
      value: (seat) => seat.state,
      cell: (seat) => <State seat={seat} />,
      width: 92,
    },
    {
      id: "factor",
      header: "Two-factor",
      value: (seat) => (seat.twoFactor ? "on" : "off"),
      cell: (seat) => (seat.twoFactor ? "on" : <span className="qd-faint">off</span>),
      width: 100,
      wideOnly: true,
    },
    {
      id: "seen",
      header: "Seen last",
      value: (seat) => seat.seenAt,
      cell: (seat) =>
        seat.seenAt ? formatInstant(seat.seenAt, timeZone) : <span className="qd-faint">never</span>,
      width: 160,
      wideOnly: true,
    },
    { id: "menu", header: "", width: 66, cell: (seat) => <SeatMenu seat={seat} onLink={onLink} /> },
  ];
  return <DataTable label="People who sign in" columns={columns} rows={seats} rowKey={(seat) => seat.id} />;
}

function Who({ seat }: { seat: SeatOut }) {
  return (
    <>
      <Link
        to={"/people/$id" as "/"}
        params={{ id: seat.person.id } as never}
        className={seat.state === "ended" ? "qd-seat-name qd-dim" : "qd-seat-name qd-strong"}
      >
        {seat.person.name}
      </Link>{" "}
      <span className="qd-faint">{seat.email}</span>
    </>
  );
}

function State({ seat }: { seat: SeatOut }) {
  if (seat.noWayIn) {
    return (
      <span title={seat.noWayIn}>
        <Tag tone="bad">kept out</Tag>
      </span>
    );
  }
  return <Tag tone={tones[seat.state]}>{seat.state}</Tag>;
}
