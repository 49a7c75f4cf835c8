/** What one unit of each currency is worth, from which day on. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ClientSide } from "#base/contract";
import { Answer, type Column, DataTable, Day, Empty, formatDay, Section, SideForm, useAsk } from "#base/ui";
import { getExchangeRates } from "#people/contract";
import { RateForm } from "./RateForm.tsx";
import { Settings } from "./Settings.tsx";

type Rates = NonNullable<ClientSide<typeof getExchangeRates>["output"]>;
export type Rate = Rates["items"][number];

export default function CurrenciesPage() {
  const asked = useAsk(getExchangeRates, {});
  const [open, setOpen] = useState<Rate | "new" | null>(null);
  const items = asked.data?.items ?? [];
  const currency = asked.data?.currency ?? "";
  return (
    <Settings
      title="Currencies"
      finding={asked.data ? findingOf(asked.data) : "…"}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpen("new")}>
          State a rate
        </Button>
      }
      table={
        <>
          <Section flush label="Exchange rates">
            <Answer of={asked}>{(data) => <Table rates={data} onOpen={setOpen} />}</Answer>
          </Section>
          <SideForm
            opened={open !== null}
            onClose={() => setOpen(null)}
            title={
              open === "new" || open === null
                ? "State a rate"
                : `${open.currency} from ${formatDay(open.startsOn)}`
            }
            note={`It holds from its day until the next one of the same currency, and says what one unit is worth in ${currency}.`}
          >
            {open === null ? null : (
              <RateForm
                rate={open === "new" ? null : open}
                items={items}
                currency={currency}
                onDone={() => setOpen(null)}
              />
            )}
          </SideForm>
        </>
      }
    />
  );
}

function findingOf({ items, currency }: Rates): string {
  const newest = new Map(items.map((rate) => [rate.currency, rate]));
  if (newest.size === 0) return `All totals are in ${currency}; no other currency has a rate yet.`;
  const said = [...newest.values()].map(
    (rate) => `${rate.currency} is worth ${rate.rate} since ${formatDay(rate.startsOn)}`,
  );
  return `All totals are in ${currency}. ${said.join("; ")}.`;
}

function Table({ rates, onOpen }: { rates: Rates; onOpen: (rate: Rate) => void }) {
  if (rates.items.length === 0) {
    return (
      <Empty title="One currency so far">
        When records come in another currency, their dated rates stand here. Without a rate an amount is in no
        total, and each figure says so.
      </Empty>
    );
  }
  const columns: Column<Rate>[] = [
    { id: "currency", header: "One unit of", value: (rate) => rate.currency },
    {
      id: "from",
      header: "From",
      value: (rate) => rate.startsOn,
      cell: (rate) => <Day day={rate.startsOn} />,
    },
    {
      id: "rate",
      header: `Is worth in ${rates.currency}`,
      align: "right",
      value: (rate) => Number(rate.rate),
      cell: (rate) => rate.rate,
    },
  ];
  return (
    <DataTable
      label="Exchange rates"
      columns={columns}
      rows={rates.items}
      rowKey={(rate) => rate.id}
      sort={{ id: "from", desc: true }}
      onOpen={onOpen}
    />
  );
}
