/** One's own sessions, each to be ended. */
import { Button } from "@mantine/core";
import { type Column, DataTable, formatInstant, Tag, tell, useDo, useWorkspace } from "#base/ui";
import { endMySession, type OwnSignInOut } from "#people/contract";

type Session = OwnSignInOut["sessions"][number];

export function OwnSessions({ sessions }: { sessions: readonly Session[] }) {
  const { timeZone } = useWorkspace();
  const end = useDo(endMySession);
  const onSuccess = () => tell("The session was ended.");
  const columns: Column<Session>[] = [
    { id: "network", header: "From", value: (session) => session.network ?? "" },
    {
      id: "opened",
      header: "Signed in",
      cell: (session) => formatInstant(session.openedAt, timeZone),
      width: 190,
      wideOnly: true,
    },
    {
      id: "seen",
      header: "Last used",
      cell: (session) => formatInstant(session.seenAt, timeZone),
      width: 160,
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
            onClick={() => end.mutate({ params: { id: session.id } }, { onSuccess })}
          >
            End
          </Button>
        ),
    },
  ];
  return <DataTable label="Your sessions" columns={columns} rows={sessions} rowKey={(one) => one.id} />;
}
