/** How the installation stands: each part in a sentence, with what to do; then jobs, requests and slow statements. */
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
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
  useAsk,
  useWorkspace,
} from "#base/ui";
import { getStatus, type StatusOut } from "../../upkeep/status-contract.ts";
import { Settings } from "./Settings.tsx";

const everyMs = 10_000;

export default function StatusPage() {
  const asked = useAsk(getStatus, {}, { again: () => everyMs });
  return (
    <Settings
      title="Status"
      finding={asked.data?.words ?? "How this installation stands."}
      main={<Answer of={asked}>{(status) => <Standing status={status} />}</Answer>}
      table={asked.data ? <Details status={asked.data} /> : null}
    />
  );
}

function Standing({ status }: { status: StatusOut }) {
  const { timeZone } = useWorkspace();
  const { requests } = status;
  const ms = (value: number | null) => (value === null ? "–" : `${formatCount(Math.round(value))} ms`);
  return (
    <>
      <div className="qd-figures">
        <Figure label="Requests" note={`Since ${formatInstant(status.since, timeZone)}`}>
          {formatCount(requests.answered)}
        </Figure>
        <Figure
          label="Half answered within"
          definition="Of the latest thousand requests, whatever they asked for."
          note={`95 of 100 within ${ms(requests.p95Ms)}`}
        >
          {ms(requests.p50Ms)}
        </Figure>
        <Figure label="Not answered" note="For reasons of ours: see the log">
          {formatCount(requests.failed)}
        </Figure>
        <Figure label="Quarterdeck" note="This program's version">
          {status.version}
        </Figure>
      </div>
      <Section flush title="What it stands on">
        <ul className="qd-findings">
          {status.findings.map((one) => (
            <li key={`${one.about} ${one.words}`}>
              <Mark verdict={one.verdict} />
              <span className="qd-strong">{headline(one.about)}</span>
              <span>
                {one.words}
                {one.fix === null ? null : <span className="qd-dim"> {one.fix}</span>}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

type Verdict = StatusOut["verdict"];

function Mark({ verdict }: { verdict: Verdict }) {
  const marks = {
    good: { icon: IconCircleCheck, label: "Well" },
    worth: { icon: IconAlertTriangle, label: "Worth a look" },
    bad: { icon: IconCircleX, label: "Needs you" },
  } as const;
  const { icon: Icon, label } = marks[verdict];
  return (
    <span className="qd-findings-mark" data-verdict={verdict}>
      <Icon size={16} role="img" aria-label={label} />
    </span>
  );
}

type Job = StatusOut["jobs"][number];
type Slow = StatusOut["slow"][number];

function jobColumns(timeZone: string): Column<Job>[] {
  return [
    {
      id: "name",
      header: "Job",
      value: (job) => job.name,
      cell: (job) => (
        <Link to={"/import" as "/"} search={{ run: job.id } as never} className="qd-link">
          {job.what === "import" ? job.name : `Undoing ${job.name}`}
        </Link>
      ),
    },
    {
      id: "state",
      header: "State",
      width: 120,
      value: (job) => job.state,
      cell: (job) => headline(job.state),
    },
    {
      id: "rows",
      header: "Rows done",
      align: "right",
      width: 150,
      wideOnly: true,
      value: (job) => job.rowsDone,
      cell: (job) =>
        job.rowsTotal === null
          ? formatCount(job.rowsDone)
          : `${formatCount(job.rowsDone)} of ${formatCount(job.rowsTotal)}`,
    },
    {
      id: "ended",
      header: "Ended",
      width: 170,
      wideOnly: true,
      value: (job) => job.finishedAt,
      cell: (job) => formatInstant(job.finishedAt, timeZone),
    },
  ];
}

function slowColumns(timeZone: string): Column<Slow>[] {
  return [
    {
      id: "ms",
      header: "Took",
      align: "right",
      width: 100,
      value: (one) => one.ms,
      cell: (one) => `${formatCount(one.ms)} ms`,
    },
    { id: "sql", header: "Statement", value: (one) => one.sql, cell: (one) => <code>{one.sql}</code> },
    {
      id: "at",
      header: "At",
      width: 170,
      wideOnly: true,
      value: (one) => one.at,
      cell: (one) => formatInstant(one.at, timeZone),
    },
  ];
}

function Details({ status }: { status: StatusOut }) {
  const { timeZone } = useWorkspace();
  return (
    <>
      <Section flush title="Jobs of this company">
        {status.jobs.length === 0 ? (
          <Empty title="Nothing was imported yet">Imports, and what undoes one, are told here.</Empty>
        ) : (
          <DataTable
            label="Jobs"
            columns={jobColumns(timeZone)}
            rows={status.jobs}
            rowKey={(job) => job.id}
          />
        )}
      </Section>
      <Section flush title="Slow statements of the last day">
        {status.slow.length === 0 ? (
          <Empty title="None took longer than a second">
            They are told without their values; the log has them too.
          </Empty>
        ) : (
          <DataTable
            label="Slow statements"
            columns={slowColumns(timeZone)}
            rows={status.slow}
            rowKey={(one) => `${one.at} ${one.sql}`}
          />
        )}
      </Section>
    </>
  );
}
