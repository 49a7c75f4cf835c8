/** Where people stand: each person's base in each band that is meant for them, or the reason why there is no figure. */
import { Button } from "@mantine/core";
import { useState } from "react";
import {
  Amount,
  Answer,
  type Column,
  counted,
  DataTable,
  Empty,
  formatDay,
  formatRate,
  Person,
  Section,
  SideForm,
  Tag,
  useAsk,
  useShownDay,
} from "#base/ui";
import { getStandings, type StandingOut } from "../contract.ts";
import { PayForm } from "./PayForm.tsx";

type Row = { readonly standing: StandingOut; readonly band: StandingOut["bands"][number] | null };

const rowsOf = (items: readonly StandingOut[]): Row[] =>
  items.flatMap((standing): Row[] =>
    standing.bands.length === 0
      ? [{ standing, band: null }]
      : standing.bands.map((band) => ({ standing, band })),
  );

export function StandingsView({ onAdd }: { onAdd: () => void }) {
  const { day, past } = useShownDay();
  const asked = useAsk(getStandings, { query: past ? { asOf: day.toString() } : {} });
  const [open, setOpen] = useState<StandingOut | null>(null);
  return (
    <>
      <Answer of={asked} framed>
        {({ items, asOf }) => (
          <Section
            flush
            title={`${counted(items.length, "person", "people")} with pay on record on ${formatDay(asOf)}`}
            label="Where people stand"
          >
            {items.length === 0 ? (
              <Empty
                title="Nobody's pay is on record"
                action={<Button onClick={onAdd}>State somebody's pay</Button>}
              >
                With it, this page says how base pay compares with the middle of each band, and how far it has
                come from low to high.
              </Empty>
            ) : (
              <>
                <DataTable
                  label="Where people stand"
                  columns={columns}
                  rows={rowsOf(items)}
                  rowKey={({ standing, band }) => `${standing.id} ${band?.band ?? ""}`}
                  minWidth={500}
                  onOpen={({ standing }) => setOpen(standing)}
                />
                <Missing items={items} />
              </>
            )}
          </Section>
        )}
      </Answer>
      <SideForm
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={`Pay of ${open?.person.name ?? ""}`}
        note={open ? <Reasons standing={open} /> : null}
      >
        {open ? <PayForm record={open} onDone={() => setOpen(null)} /> : null}
      </SideForm>
    </>
  );
}

/** Why some figures are missing, in full. */
function Reasons({ standing }: { standing: StandingOut }) {
  const reasons = standing.bands.flatMap(({ compaRatio, penetration }) =>
    [compaRatio.reason, penetration.reason].filter((reason) => reason !== null),
  );
  const all = standing.noBand === null ? reasons : [standing.noBand];
  return <>{all.length === 0 ? "Figures are a year's." : [...new Set(all)].join(" ")}</>;
}

const figure = (id: "compaRatio" | "penetration", header: string): Column<Row> => ({
  ...{ id, header, align: "right", width: 104 },
  value: ({ band }) => band?.[id].value ?? null,
  cell: ({ band }) => {
    const found = band?.[id];
    if (!found || found.value === null) {
      return (
        <span className="qd-none" title={found?.reason ?? undefined}>
          –
        </span>
      );
    }
    return id === "compaRatio" ? found.value.toFixed(2) : formatRate(found.value);
  },
});

/** Under the table: whose figures are missing, and why. */
function Missing({ items }: { items: readonly StandingOut[] }) {
  const reasons = rowsOf(items).flatMap(({ standing, band }) => {
    const why = band === null ? standing.noBand : (band.compaRatio.reason ?? band.penetration.reason);
    return why === null ? [] : [{ name: standing.person.name, source: band?.source ?? "", why }];
  });
  if (reasons.length === 0) return null;
  return (
    <ul className="qd-notes qd-pay-missing" aria-label="Why figures are missing">
      {reasons.map(({ name, source, why }) => (
        <li key={`${name} ${source}`}>
          {name}: {why}
        </li>
      ))}
    </ul>
  );
}

const columns: readonly Column<Row>[] = [
  {
    ...{ id: "person", header: "Person" },
    value: ({ standing }) => standing.person.name,
    cell: ({ standing }) => <Person name={standing.person.name} note={standing.roleName} />,
  },
  {
    ...{ id: "base", header: "Base", align: "right" as const, width: 100 },
    value: ({ standing }) => Number(standing.base),
    cell: ({ standing }) => <Amount amount={standing.base} currency={standing.currency} whole />,
  },
  {
    ...{ id: "band", header: "Band", width: 270, wideOnly: true },
    value: ({ band }) => band?.words ?? null,
    cell: ({ band }) =>
      band === null ? (
        <span className="qd-none">–</span>
      ) : (
        <>
          {band.words} {band.adjusted ? <Tag>adjusted</Tag> : null}
        </>
      ),
  },
  {
    ...{ id: "source", header: "Source", wideOnly: true },
    value: ({ band }) => band?.source ?? null,
    cell: ({ band }) =>
      band === null ? (
        <span className="qd-none">–</span>
      ) : (
        <>
          {band.own ? <Tag tone="accent">own</Tag> : null} {band.source.replace(/ \(.*/, "")}, {band.year}
        </>
      ),
  },
  figure("compaRatio", "Compa-ratio"),
  figure("penetration", "In the range"),
];
