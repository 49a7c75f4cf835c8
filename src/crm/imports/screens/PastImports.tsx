/** The imports of this company, the latest first. */
import {
  Answer,
  type Column,
  DataTable,
  formatCount,
  formatInstant,
  Section,
  useAsk,
  useWorkspace,
} from "#base/ui";
import { getImports } from "../contract.ts";
import { sourceWord, stateWord } from "./import-words.ts";

interface Listed {
  readonly id: string;
  readonly label: string;
  readonly source: string | null;
  readonly state: string;
  readonly dryRun: boolean;
  readonly undo: string | null;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly rowsTotal: number | null;
  readonly created: number;
  readonly updated: number;
  readonly rejected: number;
  readonly savedAs: { readonly name: string } | null;
}

export function PastImports({ onOpen }: { onOpen: (id: string) => void }) {
  const { timeZone, name } = useWorkspace();
  const asked = useAsk(getImports, {});
  const number = (id: "created" | "updated" | "rejected", header: string): Column<Listed> => ({
    id,
    header,
    align: "right",
    width: 96,
    wideOnly: true,
    cell: (one) => (one[id] === 0 ? <span className="qd-faint">0</span> : formatCount(one[id])),
  });
  const columns: Column<Listed>[] = [
    {
      id: "label",
      header: "Import",
      cell: (one) => (
        <>
          <span className="qd-strong">{one.label}</span>{" "}
          <span className="qd-faint">{one.savedAs === null ? "" : `mapping “${one.savedAs.name}”`}</span>
        </>
      ),
    },
    { id: "source", header: "From", width: 190, wideOnly: true, cell: (one) => sourceWord(one.source) },
    { id: "state", header: "State", width: 110, cell: (one) => stateWord(one) },
    {
      id: "rows",
      header: "Rows",
      align: "right",
      width: 96,
      wideOnly: true,
      cell: (one) => (one.rowsTotal === null ? "–" : formatCount(one.rowsTotal)),
    },
    number("created", "New"),
    number("updated", "Changed"),
    number("rejected", "Refused"),
    { id: "who", header: "By", width: 120, wideOnly: true, cell: (one) => one.requestedBy },
    {
      id: "when",
      header: "When",
      align: "right",
      width: 160,
      cell: (one) => formatInstant(one.createdAt, timeZone),
    },
  ];
  return (
    <Section flush title={`Imports of ${name}`}>
      <Answer of={asked}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="qd-quiet">None yet.</p>
          ) : (
            <DataTable
              label="Imports"
              columns={columns}
              rows={data.items}
              rowKey={(one) => one.id}
              onOpen={(one) => onOpen(one.id)}
            />
          )
        }
      </Answer>
    </Section>
  );
}
