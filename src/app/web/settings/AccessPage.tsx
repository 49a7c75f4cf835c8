/** Who and what comes in: the keys of programs, and the sessions of browsers; each can be ended at once. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ClientSide } from "#base/contract";
import {
  Answer,
  type Column,
  Confirm,
  counted,
  DataTable,
  DayOf,
  Empty,
  Section,
  SideForm,
  Tag,
  tell,
  useAsk,
  useDo,
} from "#base/ui";
import { endKey, endOneSession, endOtherSessions, getKeys, getSessions, type KeyOut } from "#people/contract";
import { KeyForm } from "./KeyForm.tsx";
import { Settings } from "./Settings.tsx";

type Session = NonNullable<ClientSide<typeof getSessions>["output"]>["items"][number];

export default function AccessPage() {
  const keys = useAsk(getKeys, {});
  const sessions = useAsk(getSessions, {});
  const [making, setMaking] = useState(false);
  const working = (keys.data?.items ?? []).filter((key) => key.over === null);
  const open = sessions.data?.items ?? [];
  return (
    <Settings
      title="Keys and sessions"
      finding={
        keys.data && sessions.data
          ? `${counted(working.length, "key")} that ${working.length === 1 ? "works" : "work"}, ${counted(open.length, "session")} open. What is ended here is refused on its next request.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
          Make a key
        </Button>
      }
      table={
        <>
          <Section flush label="Keys of programs">
            <Answer of={keys}>{(data) => <Keys keys={data.items} />}</Answer>
          </Section>
          <Section flush label="Open sessions" actions={<EndOthers sessions={open} />}>
            <Answer of={sessions}>{(data) => <Sessions sessions={data.items} />}</Answer>
          </Section>
          <SideForm
            opened={making}
            onClose={() => setMaking(false)}
            title="Make a key"
            note="A program shows it with each call. It opens this workspace only, and can neither configure it nor make keys."
          >
            {making ? <KeyForm onDone={() => setMaking(false)} /> : null}
          </SideForm>
        </>
      }
    />
  );
}

export const rightsWord: Readonly<Record<KeyOut["rights"], string>> = {
  read: "Reads",
  write: "Reads and writes",
};

function Keys({ keys }: { keys: readonly KeyOut[] }) {
  const [ending, setEnding] = useState<KeyOut | null>(null);
  const end = useDo(endKey);
  if (keys.length === 0) {
    return (
      <Empty title="No keys yet">
        A key lets a program read or write here without a browser: a warehouse, a spreadsheet, a script.
      </Empty>
    );
  }
  const columns: Column<KeyOut>[] = [
    { id: "name", header: "For", value: (key) => key.name, cell: (key) => <KeyName shown={key} /> },
    { id: "rights", header: "Rights", value: (key) => rightsWord[key.rights], width: 150 },
    {
      id: "used",
      header: "Last used",
      value: (key) => key.usedAt,
      cell: (key) => <DayOf at={key.usedAt} />,
      width: 130,
    },
    {
      id: "until",
      header: "Works until",
      value: (key) => key.expiresAt,
      cell: (key) => (key.over ? <Tag>over</Tag> : <DayOf at={key.expiresAt} />),
      width: 130,
    },
    { id: "by", header: "Made by", value: (key) => key.madeBy, width: 140, wideOnly: true },
    {
      id: "end",
      header: "",
      width: 80,
      cell: (key) =>
        key.over ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={`End the key ${key.name}`}
            onClick={() => setEnding(key)}
          >
            End
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label="Keys of programs" columns={columns} rows={keys} rowKey={(key) => key.id} />
      <Confirm
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={`End the key “${ending?.name ?? ""}”?`}
        verb="End the key"
        removes
        doing={end}
        onConfirm={() => {
          if (!ending) return;
          const onSuccess = () => {
            setEnding(null);
            tell(`The key “${ending.name}” works no more.`);
          };
          end.mutate({ params: { id: ending.id } }, { onSuccess });
        }}
      >
        <p>
          Programs that use it are refused from their next call on. What they wrote stays. A key that was
          ended cannot be taken up again.
        </p>
      </Confirm>
    </>
  );
}

function KeyName({ shown }: { shown: KeyOut }) {
  return (
    <>
      <span className={shown.over ? "qd-dim" : "qd-strong"}>{shown.name}</span>{" "}
      <code className="qd-faint">{shown.prefix}…</code>
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const end = useDo(endOneSession);
  const columns: Column<Session>[] = [
    {
      id: "name",
      header: "Who",
      value: (session) => session.name,
      cell: (session) => (
        <>
          <span className="qd-strong">{session.name}</span>{" "}
          {session.own ? <Tag tone="accent">this one</Tag> : null}
        </>
      ),
    },
    { id: "opened", header: "Signed in", cell: (session) => <DayOf at={session.openedAt} />, width: 130 },
    { id: "seen", header: "Last used", cell: (session) => <DayOf at={session.seenAt} />, width: 130 },
    { id: "ends", header: "Ends unused", cell: (session) => <DayOf at={session.endsAt} />, width: 130 },
    {
      id: "end",
      header: "",
      width: 80,
      cell: (session) =>
        session.own ? null : (
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

function EndOthers({ sessions }: { sessions: readonly Session[] }) {
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
