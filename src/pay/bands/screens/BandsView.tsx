/** Bands by role: all sources of a currency on one scale, where they disagree, and the figures as a table. */
import {
  ChartFrame,
  type Column,
  DataTable,
  formatMoneyShort,
  formatMoneyWhole,
  Legend,
  Ranges,
  Section,
  Tag,
} from "#base/ui";
import { bandKinds, kindWords } from "../band.ts";
import type { BandOut } from "../contract.ts";
import { figuresWords } from "./figures-words.ts";

export interface Disagreeing {
  readonly one: string;
  readonly other: string;
  readonly sentences: readonly string[];
}

interface Shown {
  bands: readonly BandOut[];
  disagreements: readonly Disagreeing[];
  open: string | undefined;
  onOpen: (key: string) => void;
}

export function BandsView({ bands, disagreements, open, onOpen }: Shown) {
  const byCurrency = [...Map.groupBy(bands, ({ currency }) => currency)];
  return (
    <>
      {byCurrency.map(([currency, some]) => (
        <BandChart key={currency} currency={currency} bands={some} open={open} onOpen={onOpen} />
      ))}
      <Disagreements bands={bands} disagreements={disagreements} />
      <Section flush title="All bands" label="All bands">
        <DataTable
          label="All bands"
          columns={columnsWith(disagreements)}
          rows={inOrder(bands)}
          rowKey={(band) => band.key}
          openKey={open}
          onOpen={(band) => onOpen(band.key)}
        />
      </Section>
    </>
  );
}

const inNumbers = (amount: string | null) => (amount === null ? null : Number(amount));
const rowName = (band: BandOut) =>
  [band.level, band.location, `${band.source.replace(/ \(.*/, "")}, ${band.year}`]
    .filter((word) => word !== "")
    .join(" · ");
const groupName = (band: BandOut) => `${band.roleName}, ${kindWords[band.kind].toLowerCase()}`;

/** By role as they come, what is base pay first; sources of the same pay stand together. */
function inOrder(bands: readonly BandOut[]): BandOut[] {
  const byRole = [...Map.groupBy(bands, ({ roleName }) => roleName).values()];
  const place = ({ kind }: BandOut) => bandKinds.indexOf(kind);
  return byRole.flatMap((some) => some.toSorted((a, b) => place(a) - place(b)));
}

function BandChart(props: {
  currency: string;
  bands: readonly BandOut[];
  open: string | undefined;
  onOpen: (key: string) => void;
}) {
  const { currency, bands } = props;
  const groups = [...Map.groupBy(inOrder(bands), groupName)].map(([title, rows]) => ({
    title,
    rows: rows.map((band) => ({
      ...{ key: band.key, label: rowName(band), words: figuresWords(band) },
      ...{ low: inNumbers(band.low), mid: inNumbers(band.mid), high: inNumbers(band.high) },
      ...{ openAbove: band.openAbove, own: band.own },
    })),
  }));
  return (
    <ChartFrame
      title={`What roles are paid a year, in ${currency}`}
      description={`Pay bands by role and source, in ${currency}`}
      table={{
        head: ["Role", "Source", "Figures"],
        rows: inOrder(bands).map((band) => [groupName(band), rowName(band), figuresWords(band)]),
      }}
      legend={
        bands.some(({ own }) => own) ? (
          <Legend
            entries={[
              { label: "The company's own", color: "var(--qd-accent-fill)" },
              { label: "Market", color: "var(--qd-neutral-fill)" },
            ]}
          />
        ) : undefined
      }
      note="A dashed line is an end that the source leaves open. A mark across a bar is a middle that the source states."
    >
      <Ranges
        label={`Pay bands in ${currency}`}
        groups={groups}
        format={(value) => formatMoneyShort(String(value), currency)}
        open={props.open}
        onPress={props.onOpen}
      />
    </ChartFrame>
  );
}

function Disagreements({ bands, disagreements }: Pick<Shown, "bands" | "disagreements">) {
  if (disagreements.length === 0) return null;
  const nameOf = (key: string) => {
    const band = bands.find((one) => one.key === key);
    return band ? groupName(band) : key;
  };
  return (
    <Section flush title="Where sources disagree" label="Where sources disagree">
      <ul className="qd-list">
        {disagreements.map(({ one, other, sentences }) => (
          <li key={`${one} ${other}`} className="qd-item">
            <span className="qd-item-name">{nameOf(one)}</span>
            <span className="qd-pay-sentences">{sentences.join(" ")}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function columnsWith(disagreements: readonly Disagreeing[]): readonly Column<BandOut>[] {
  const disagrees = new Set(disagreements.flatMap(({ one, other }) => [one, other]));
  const amount = (id: "low" | "mid" | "high", header: string): Column<BandOut> => ({
    ...{ id, header, align: "right", width: 112 },
    value: (band) => inNumbers(band[id]),
    cell: (band) => {
      const text = band[id];
      if (text === null) return <span className="qd-none">–</span>;
      const more = id === "high" && band.openAbove ? " +" : "";
      return `${formatMoneyWhole(text, band.currency)}${more}`;
    },
  });
  return [
    { id: "role", header: "Role", value: (band) => band.roleName },
    { id: "kind", header: "Pay", width: 130, value: (band) => kindWords[band.kind] },
    amount("low", "Low"),
    { ...amount("mid", "Middle"), wideOnly: true },
    amount("high", "High"),
    {
      ...{ id: "source", header: "Source", wideOnly: true },
      value: (band) => band.source,
      cell: (band) => (
        <>
          {band.own ? <Tag tone="accent">own</Tag> : null} {band.source}, {band.year}
        </>
      ),
    },
    {
      ...{ id: "marks", header: "To know", width: 150, wideOnly: true },
      cell: (band) => (
        <>
          {disagrees.has(band.key) ? <Tag tone="attention">disagrees</Tag> : null}{" "}
          {band.steps.length > 0 ? <Tag>adjusted</Tag> : null}
        </>
      ),
    },
  ];
}
