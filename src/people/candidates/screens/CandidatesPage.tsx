/** Candidates: who is considered for which role, how far scoring is, and whose personal content is due to go. */
import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answer,
  type Column,
  counted,
  DataTable,
  Day,
  Denied,
  denialOf,
  Empty,
  formatDay,
  Page,
  Section,
  SideForm,
  Tag,
  useAsk,
} from "#base/ui";
import { decidedWords } from "../candidate.ts";
import { type CandidateBrief, getCandidates } from "../contract.ts";
import { AddCandidate } from "./CandidateForm.tsx";
import { RemovePersonal } from "./RemovePersonal.tsx";

const title = "Candidates";

export default function CandidatesPage() {
  const asked = useAsk(getCandidates, {});
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: "/candidates/$id" as "/", params: { id } as never });
  const denial = denialOf(asked);
  if (denial) return <Denied title={title} what="Candidates are not shown to you" problem={denial} />;
  const items = asked.data?.items ?? [];
  return (
    <Page
      title={title}
      finding={asked.data ? <Finding items={items} /> : "…"}
      actions={
        <>
          <Beside items={items} />
          <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            Add a candidate
          </Button>
        </>
      }
      main={<Due items={items.filter(({ due }) => due)} />}
      table={
        <>
          <Section flush label={title}>
            <Answer of={asked}>
              {() =>
                items.length === 0 ? (
                  <Nobody onAdd={() => setAdding(true)} />
                ) : (
                  <DataTable
                    label={title}
                    columns={columns}
                    rows={items}
                    rowKey={({ id }) => id}
                    minWidth={480}
                    onOpen={({ id }) => open(id)}
                  />
                )
              }
            </Answer>
          </Section>
          <SideForm
            opened={adding}
            onClose={() => setAdding(false)}
            title="Add a candidate"
            note="The role's profile becomes the score sheet. Each interviewer fills their own and sees no other until it is handed in."
          >
            {adding ? <AddCandidate onDone={(id) => (id ? open(id) : setAdding(false))} /> : null}
          </SideForm>
        </>
      }
    />
  );
}

function Nobody({ onAdd }: { onAdd: () => void }) {
  return (
    <Empty title="No candidates yet" action={<Button onClick={onAdd}>Add a candidate</Button>}>
      Choose a role: what its profile asks for becomes the score sheet, requirement by requirement, with the
      evidence in words.
    </Empty>
  );
}

function Finding({ items }: { items: readonly CandidateBrief[] }) {
  const there = items.filter(({ stage }) => stage !== "removed");
  const roles = new Set(there.map(({ roleKey }) => roleKey)).size;
  const open = there.filter(({ stage }) => stage === "interviewing").length;
  const mine = there.filter(({ stage, ownSheet }) => stage === "interviewing" && ownSheet !== "handed-in");
  return (
    <>
      {counted(there.length, "candidate")} for {counted(roles, "role")}, {open} of them still interviewing.{" "}
      {mine.length === 0 ? "" : `You have not handed in your sheet on ${mine.length}.`}
    </>
  );
}

/** Lays the candidates for a role side by side. */
function Beside({ items }: { items: readonly CandidateBrief[] }) {
  const navigate = useNavigate();
  const roles = new Map(
    items.filter(({ stage }) => stage !== "removed").map(({ roleKey, roleName }) => [roleKey, roleName]),
  );
  if (roles.size === 0) return null;
  return (
    <Select
      aria-label="Lay the candidates for a role side by side"
      placeholder="Side by side for …"
      w={210}
      value={null}
      data={[...roles].map(([value, label]) => ({ value, label }))}
      onChange={(role) =>
        role && void navigate({ to: "/candidates/beside" as "/", search: { role } as never })
      }
    />
  );
}

/** Whose personal content has been kept as long as it was to be. */
function Due({ items }: { items: readonly CandidateBrief[] }) {
  if (items.length === 0) return null;
  return (
    <Section
      flush
      title={`What is personal of ${counted(items.length, "candidate")} is due to go`}
      label="Due to go"
      side={<RemovePersonal candidates={items} verb="Remove what is due" />}
    >
      <ul className="qd-list" aria-label="Due to go">
        {items.map(({ id, name, roleName, keepUntil }) => (
          <li key={id} className="qd-item">
            <span className="qd-item-name">{name}</span>
            <span className="qd-dim">kept until {formatDay(keepUntil)}</span>
            <span className="qd-item-note">{roleName}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const stageWords = {
  interviewing: "Interviewing",
  scored: "Scored, to be decided",
  decided: "Decided",
  removed: "Removed",
} as const;
const ownWords = { none: "not begun", draft: "a draft", "handed-in": "handed in" } as const;

const columns: readonly Column<CandidateBrief>[] = [
  {
    ...{ id: "name", header: "Candidate" },
    value: ({ name }) => name ?? "",
    cell: ({ id, name }) => (
      <Link to={"/candidates/$id" as "/"} params={{ id } as never} className="qd-link">
        {name ?? "Name removed"}
      </Link>
    ),
  },
  { id: "role", header: "Role", value: ({ roleName }) => roleName },
  {
    ...{ id: "stage", header: "Stage", width: 210 },
    value: ({ stage }) => stageWords[stage],
    cell: ({ stage, outcome }) =>
      outcome === null ? (
        stageWords[stage]
      ) : (
        <>
          {decidedWords[outcome]} {stage === "removed" ? <Tag>removed</Tag> : null}
        </>
      ),
  },
  {
    ...{ id: "sheets", header: "Handed in", align: "right" as const, width: 100, wideOnly: true },
    value: ({ handedIn }) => handedIn,
    cell: ({ handedIn, begun }) => `${handedIn} of ${handedIn + begun}`,
  },
  {
    ...{ id: "own", header: "Your sheet", width: 110, wideOnly: true },
    value: ({ ownSheet }) => ownWords[ownSheet],
  },
  {
    ...{ id: "keep", header: "Kept until", width: 120, wideOnly: true },
    value: ({ keepUntil }) => keepUntil,
    cell: ({ keepUntil, removed }) =>
      removed ? <span className="qd-none">–</span> : <Day day={keepUntil} />,
  },
];
