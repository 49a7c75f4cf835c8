/** Where the data lie, the copies of them, and how to put one back. */
import { ActionIcon, Button, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import {
  Answer,
  type Column,
  DataTable,
  Empty,
  Figure,
  formatCount,
  formatInstant,
  headline,
  Section,
  tell,
  tellFailed,
  useAsk,
  useDo,
  useWorkspace,
} from "#base/ui";
import {
  type BackupOut,
  getUpkeep,
  rebuildReplica,
  takeBackupNow,
  takeSnapshotNow,
  type UpkeepOut,
} from "../../upkeep/contract.ts";
import { bytesText } from "./bytes-text.ts";
import { Settings } from "./Settings.tsx";

export default function UpkeepPage() {
  const asked = useAsk(getUpkeep, {});
  return (
    <Settings
      title="Data and backup"
      finding="Everything lies on your own machine. Nothing of it leaves it unless you carry it."
      main={<Answer of={asked}>{(upkeep) => <Places upkeep={upkeep} />}</Answer>}
      table={asked.data ? <Copies upkeep={asked.data} /> : null}
    />
  );
}

function Places({ upkeep }: { upkeep: UpkeepOut }) {
  const rebuild = useDo(rebuildReplica);
  return (
    <>
      <div className="qd-figures">
        <Figure
          label="The record"
          definition="Every record and its whole history, in PostgreSQL."
          note={upkeep.engine === "embedded" ? "PostgreSQL, embedded" : "PostgreSQL, on a server"}
        >
          {bytesText(upkeep.recordBytes)}
        </Figure>
        <Figure
          label="The copy for figures"
          definition="A columnar copy that follows the record, and is made anew from it at any time."
          note={upkeep.replica.position ? "Follows the record" : "Not made yet"}
        >
          {upkeep.replica.bytes === null ? "–" : bytesText(upkeep.replica.bytes)}
        </Figure>
        <Figure
          label="Snapshots"
          note={
            upkeep.engine === "embedded"
              ? "One a day, and before each change of the schema"
              : "The server's own backups"
          }
        >
          {upkeep.snapshots.length}
        </Figure>
      </div>
      <Section title="Where they lie">
        <dl className="qd-facts">
          <dt>Folder</dt>
          <dd>
            <code>{upkeep.directory ?? "on the database server alone"}</code>
          </dd>
          <dt>Copy for figures</dt>
          <dd>
            <Button
              variant="default"
              loading={rebuild.isPending}
              onClick={() =>
                rebuild.mutate(
                  {},
                  { onSuccess: () => tell("The copy was made anew from the record."), onError: tellFailed },
                )
              }
            >
              Make it anew
            </Button>
          </dd>
        </dl>
      </Section>
    </>
  );
}

type Snapshot = UpkeepOut["snapshots"][number];

function Copies({ upkeep }: { upkeep: UpkeepOut }) {
  const { timeZone } = useWorkspace();
  const take = useDo(takeSnapshotNow);
  if (upkeep.engine === "server") return <Backup directory={upkeep.directory} />;
  const columns: Column<Snapshot>[] = [
    {
      id: "at",
      header: "Taken",
      value: (one) => one.takenAt,
      cell: (one) => formatInstant(one.takenAt, timeZone),
    },
    { id: "reason", header: "Why", value: (one) => one.reason, cell: (one) => headline(one.reason) },
    {
      id: "size",
      header: "Size",
      align: "right",
      width: 110,
      value: (one) => one.bytes,
      cell: (one) => bytesText(one.bytes),
    },
    {
      id: "restore",
      header: "",
      align: "right",
      width: 210,
      wideOnly: true,
      cell: (one) => <Restore file={`${upkeep.directory}/snapshots/${one.name}`} />,
    },
  ];
  return (
    <>
      <Section
        flush
        title="Snapshots"
        side={
          <Button
            loading={take.isPending}
            onClick={() =>
              take.mutate({}, { onSuccess: ({ name }) => tell(`Taken: ${name}`), onError: tellFailed })
            }
          >
            Take one now
          </Button>
        }
      >
        {upkeep.snapshots.length === 0 ? (
          <Empty title="No snapshot yet">The server takes the first within an hour of its start.</Empty>
        ) : (
          <DataTable label="Snapshots" columns={columns} rows={upkeep.snapshots} rowKey={(one) => one.name} />
        )}
      </Section>
      <PutBack directory={upkeep.directory} newest={upkeep.snapshots[0]?.name} />
      <Backup directory={upkeep.directory} />
    </>
  );
}

/** A file that either engine takes: to keep elsewhere, to move to a server, or past a new major version. */
function Backup({ directory }: { directory: string | null }) {
  const take = useDo(takeBackupNow);
  const told = ({ path, rows }: BackupOut) => tell(`${formatCount(rows)} rows written to ${path}`);
  return (
    <Section
      title="Backup for another place"
      side={
        <Button
          variant="default"
          loading={take.isPending}
          disabled={directory === null}
          onClick={() => take.mutate({}, { onSuccess: told, onError: tellFailed })}
        >
          Write one now
        </Button>
      }
    >
      <p className="qd-dim">
        The whole record as a file that an embedded database and a PostgreSQL server both take, each row of it
        checked when it is put back. It lies in{" "}
        {directory === null ? "the data directory" : <code>{directory}/backups</code>}: carry it to another
        machine.
      </p>
    </Section>
  );
}

function Restore({ file }: { file: string }) {
  return (
    <CopyButton value={`bin/quarterdeck restore ${file}`}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? "Copied" : "Copy the command that puts it back"}>
          <ActionIcon aria-label="Copy the command that puts this snapshot back" onClick={copy}>
            {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** How a snapshot is put back, with the command for the newest. */
function PutBack({ directory, newest }: { directory: string | null; newest: string | undefined }) {
  return (
    <Section title="Put a snapshot back">
      <p className="qd-dim">
        Stop Quarterdeck, then run the command of the snapshot in its folder. What it replaces is kept beside
        it. Kept are the three newest snapshots and the newest of each of seven days; copy them to another
        machine as well.
      </p>
      <div className="qd-command">
        <code>
          bin/quarterdeck restore {directory}/snapshots/{newest ?? "FILE"}
        </code>
      </div>
    </Section>
  );
}
