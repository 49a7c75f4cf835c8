/** What selling costs, by category and period. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Answer, type Column, counted, DataTable, Empty, Page, Section, SideForm, useAsk } from "#base/ui";
import { plannedColumns, usePeriodText } from "../../targets/screens/planned.tsx";
import { type CostOut, getCosts } from "../contract.ts";
import { CostForm } from "./CostForm.tsx";

export default function CostsPage() {
  const asked = useAsk(getCosts, {});
  const [open, setOpen] = useState<CostOut | "new" | null>(null);
  const items = asked.data?.items ?? [];
  const categories = [...new Set(items.map((cost) => cost.category))].sort();
  return (
    <Page
      title="Costs of selling"
      finding={
        asked.data
          ? `${counted(items.length, "cost")} in ${counted(categories.length, "category", "categories")}. Cost per opportunity and cost per sale are told from them.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpen("new")}>
          Enter a cost
        </Button>
      }
      table={
        <>
          <Section flush label="Costs of selling">
            <Answer of={asked}>
              {(data) => <Table costs={data.items} onOpen={setOpen} onAdd={() => setOpen("new")} />}
            </Answer>
          </Section>
          <SideForm
            opened={open !== null}
            onClose={() => setOpen(null)}
            title={open === null || open === "new" ? "Enter a cost" : open.category}
            note="A cost over many days counts for each period by its share of the days."
          >
            {open === null ? null : (
              <CostForm
                cost={open === "new" ? null : open}
                categories={categories}
                onDone={() => setOpen(null)}
              />
            )}
          </SideForm>
        </>
      }
    />
  );
}

function Table(props: { costs: readonly CostOut[]; onOpen: (cost: CostOut) => void; onAdd: () => void }) {
  const periodText = usePeriodText();
  const columns = useMemo<Column<CostOut>[]>(
    () => [
      {
        id: "category",
        header: "Category",
        value: (cost) => cost.category,
        cell: (cost) => <span className="qd-strong">{cost.category}</span>,
      },
      ...plannedColumns<CostOut>(periodText),
    ],
    [periodText],
  );
  if (props.costs.length === 0) {
    return (
      <Empty title="No costs yet" action={<Button onClick={props.onAdd}>Enter a cost</Button>}>
        With what selling costs, Quarterdeck tells what an opportunity and a sale cost.
      </Empty>
    );
  }
  return (
    <DataTable
      label="Costs of selling"
      columns={columns}
      rows={props.costs}
      rowKey={(cost) => cost.id}
      sort={{ id: "period", desc: true }}
      onOpen={props.onOpen}
      maxHeight="calc(100vh - 200px)"
    />
  );
}
