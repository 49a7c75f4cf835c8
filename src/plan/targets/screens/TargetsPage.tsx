/** What the company and its people intend to book, period by period. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import {
  Amount,
  Answer,
  type Column,
  counted,
  DataTable,
  Empty,
  one,
  Page,
  Person,
  Presets,
  periodLabel,
  Section,
  SideForm,
  useAddress,
  useAsk,
  useShownDay,
  useWorkspace,
} from "#base/ui";
import { getTargets, type TargetOut } from "../contract.ts";
import { plannedColumns, usePeriodText } from "./planned.tsx";
import { TargetForm } from "./TargetForm.tsx";

export default function TargetsPage() {
  const asked = useAsk(getTargets, {});
  const [open, setOpen] = useState<TargetOut | "new" | null>(null);
  const { all, label, choose, shown } = useShown(asked.data?.items ?? []);
  return (
    <Page
      title="Targets"
      finding={asked.data ? <Finding targets={asked.data.items} /> : "…"}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpen("new")}>
          Set a target
        </Button>
      }
      controls={
        <Presets
          label="Which targets"
          value={all ? "all" : "quarter"}
          choices={[
            { value: "quarter", label },
            { value: "all", label: "All periods" },
          ]}
          onChange={choose}
        />
      }
      table={
        <>
          <Section flush label="Targets">
            <Answer of={asked}>
              {() => <Table targets={shown} onOpen={setOpen} onAdd={() => setOpen("new")} />}
            </Answer>
          </Section>
          <SideForm
            opened={open !== null}
            onClose={() => setOpen(null)}
            title={
              open === null || open === "new"
                ? "Set a target"
                : `Target of ${open.person?.name ?? "the company"}`
            }
            note="Coverage and attainment are told against it. A longer target counts for each period by its share of the days."
          >
            {open === null ? null : (
              <TargetForm target={open === "new" ? null : open} onDone={() => setOpen(null)} />
            )}
          </SideForm>
        </>
      }
    />
  );
}

/** The targets of the shown fiscal quarter, or all of them. */
function useShown(targets: readonly TargetOut[]) {
  const [search, change] = useAddress();
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const quarter = calendar.periodOf(day, "quarter");
  const all = one(search, "period", "quarter") === "all";
  const [from, to] = [quarter.startsOn.toString(), quarter.endsOn.toString()];
  return {
    all,
    label: periodLabel(quarter.key),
    choose: (which: string) => change({ period: which === "all" ? "all" : undefined }, { replace: true }),
    shown: all ? targets : targets.filter((target) => target.startsOn < to && target.endsOn > from),
  };
}

/** What the company has to reach in the shown quarter, and how many of its people have a target. */
function Finding({ targets }: { targets: readonly TargetOut[] }) {
  const { label, shown, all } = useShown(targets);
  const company = shown.filter((target) => target.person === null);
  const people = new Set(shown.flatMap((target) => target.person?.id ?? [])).size;
  const words = `${counted(people, "person has a target", "people have a target")}`;
  if (all) return `${counted(targets.length, "target")} over all periods.`;
  return (
    <>
      {label}: {words}; the company as a whole{" "}
      {company.length === 0 ? "has none of its own, so theirs count together" : "has "}
      {company.map((target) => (
        <strong key={target.id}>
          <Amount {...target.amount} />
        </strong>
      ))}
      .
    </>
  );
}

function Table(props: {
  targets: readonly TargetOut[];
  onOpen: (target: TargetOut) => void;
  onAdd: () => void;
}) {
  const periodText = usePeriodText();
  const columns = useMemo<Column<TargetOut>[]>(
    () => [
      {
        id: "whose",
        header: "Whose",
        value: (target) => target.person?.name ?? "",
        cell: (target) =>
          target.person ? (
            <Person name={target.person.name} />
          ) : (
            <span className="qd-strong">The company</span>
          ),
      },
      ...plannedColumns<TargetOut>(periodText),
    ],
    [periodText],
  );
  if (props.targets.length === 0) {
    return (
      <Empty title="No targets here" action={<Button onClick={props.onAdd}>Set a target</Button>}>
        None falls into this period. With a target, coverage says how many times the open pipeline covers what
        is still missing.
      </Empty>
    );
  }
  return (
    <DataTable
      label="Targets"
      columns={columns}
      rows={props.targets}
      rowKey={(target) => target.id}
      sort={{ id: "period", desc: true }}
      onOpen={props.onOpen}
      maxHeight="calc(100vh - 200px)"
    />
  );
}
