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
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly rowsTotal: number | null;
}

export function PastImports({ onOpen }: { onOpen: (id: string) => void }) {
  const { timeZone, name } = useWorkspace();
  const asked = useAsk(getImports, {});
  const columns: Column<Listed>[] = [
    { id: "label", header: "Import", cell: (one) => <span className="qd-strong">{one.label}</span> },
    { id: "source", header: "From", wideOnly: true, cell: (one) => sourceWord(one.source) },
    { id: "state", header: "State", width: 110, cell: (one) => stateWord(one.state) },
    {
      id: "rows",
      header: "Rows",
      align: "right",
      width: 96,
      wideOnly: true,
      cell: (one) => (one.rowsTotal === null ? "–" : formatCount(one.rowsTotal)),
    },
    { id: "who", header: "By", width: 140, wideOnly: true, cell: (one) => one.requestedBy },
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
