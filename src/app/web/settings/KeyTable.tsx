/** The keys of a workspace as a table, each to be ended. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Column, Confirm, DataTable, DayOf, Empty, Tag, tell, useDo } from "#base/ui";
import { endKey, type KeyOut } from "#people/contract";

const rightsWord: Readonly<Record<KeyOut["rights"], string>> = {
  read: "Reads",
  write: "Reads and writes",
};

export function KeyTable({ keys }: { keys: readonly KeyOut[] }) {
  const [ending, setEnding] = useState<KeyOut | null>(null);
  if (keys.length === 0) {
    return (
      <Empty title="No keys yet">
        A key lets a program read or write here without a browser: a warehouse, a spreadsheet, a script.
      </Empty>
    );
  }
  const columns: Column<KeyOut>[] = [
    { id: "name", header: "For", value: (key) => key.name, cell: (key) => <KeyName shown={key} /> },
    { id: "rights", header: "Rights", value: (key) => rightsWord[key.rights], width: 150, wideOnly: true },
    {
      id: "used",
      header: "Last used",
      value: (key) => key.usedAt,
      cell: (key) => <DayOf at={key.usedAt} />,
      width: 130,
      wideOnly: true,
    },
    {
      id: "until",
      header: "Works until",
      value: (key) => key.expiresAt,
      cell: (key) => (key.over ? <Tag>over</Tag> : <DayOf at={key.expiresAt} />),
      width: 120,
    },
    { id: "by", header: "Made by", value: (key) => key.madeBy, width: 140, wideOnly: true },
    {
      id: "end",
      header: "",
      width: 70,
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
      <EndKey ending={ending} onClose={() => setEnding(null)} />
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

function EndKey({ ending, onClose }: { ending: KeyOut | null; onClose: () => void }) {
  const end = useDo(endKey);
  return (
    <Confirm
      opened={ending !== null}
      onClose={onClose}
      title={`End the key “${ending?.name ?? ""}”?`}
      verb="End the key"
      removes
      doing={end}
      onConfirm={() => {
        if (!ending) return;
        const onSuccess = () => {
          onClose();
          tell(`The key “${ending.name}” works no more.`);
        };
        end.mutate({ params: { id: ending.id } }, { onSuccess });
      }}
    >
      <p>
        Programs that use it are refused from their next call on. What they wrote stays. A key that was ended
        cannot be taken up again.
      </p>
    </Confirm>
  );
}
