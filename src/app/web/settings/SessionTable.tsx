/** The sessions that are open, each to be ended, and all but one's own at once. */
import { Button } from "@mantine/core";
import type { ClientSide } from "#base/contract";
import { type Column, counted, DataTable, formatInstant, Tag, tell, useDo, useWorkspace } from "#base/ui";
import { endOneSession, endOtherSessions, type getSessions } from "#people/contract";

type Session = NonNullable<ClientSide<typeof getSessions>["output"]>["items"][number];

export function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  const end = useDo(endOneSession);
  const columns: Column<Session>[] = [
    {
      id: "name",
      header: "Who",
      value: (session) => session.name,
      cell: (session) => <span className="qd-strong">{session.name}</span>,
    },
    {
      id: "opened",
      header: "Signed in",
      cell: (session) => <Moment at={session.openedAt} />,
      width: 190,
      wideOnly: true,
    },
    { id: "seen", header: "Last used", cell: (session) => <Moment at={session.seenAt} />, width: 160 },
    {
      id: "ends",
      header: "Ends unused",
      cell: (session) => <Moment at={session.endsAt} />,
      width: 190,
      wideOnly: true,
    },
    {
      id: "end",
      header: "",
      width: 90,
      cell: (session) =>
        session.own ? (
          <Tag tone="accent">this one</Tag>
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            loading={end.isPending && end.variables?.params.id === session.id}
            onClick={() =>
              end.mutate({ params: { id: session.id } }, { onSuccess: () => tell("The session was ended.") })
            }
          >
            End
          </Button>
        ),
    },
  ];
  return <DataTable label="Open sessions" columns={columns} rows={sessions} rowKey={(one) => one.id} />;
}

/** With the time of day: sessions are hours old, not days. */
function Moment({ at }: { at: string }) {
  return formatInstant(at, useWorkspace().timeZone);
}

export function EndOthers({ sessions }: { sessions: readonly Session[] }) {
  const end = useDo(endOtherSessions);
  if (sessions.every((session) => session.own)) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={end.isPending}
      onClick={() =>
        end.mutate(
          {},
          {
            onSuccess: ({ ended }) =>
              tell(`${counted(ended, "session")} ${ended === 1 ? "was" : "were"} ended.`),
          },
        )
      }
    >
      End all others
    </Button>
  );
}
