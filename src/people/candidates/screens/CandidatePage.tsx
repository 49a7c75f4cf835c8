/** One candidate: what is known, one's own sheet, what others saw once that may be seen, and what was decided. */
import { Button } from "@mantine/core";
import { IconColumns2, IconPencil } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answer,
  Confirm,
  counted,
  Day,
  DayOf,
  Denied,
  denialOf,
  Empty,
  Failed,
  formatDay,
  Loading,
  Page,
  Section,
  SideForm,
  tell,
  useAsk,
  useDo,
} from "#base/ui";
import { decidedWords } from "../candidate.ts";
import { type CandidateOut, closeScoring, getCandidate } from "../contract.ts";
import { ChangeCandidate } from "./CandidateForm.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { OwnSheet } from "./OwnSheet.tsx";
import { RemovePersonal } from "./RemovePersonal.tsx";
import { Sheets } from "./Sheets.tsx";

export default function CandidatePage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getCandidate, { params: { id } }, { keep: false });
  const [writing, setWriting] = useState<"change" | "decide" | null>(null);
  const candidate = asked.data;
  const denial = denialOf(asked);
  if (denial) return <Denied title="Candidate" what="Candidates are not shown to you" problem={denial} />;
  if (candidate === undefined && asked.error) {
    return <Page back title="Not found" main={<Failed failure={asked.error} retry={asked.refetch} />} />;
  }
  const done = () => setWriting(null);
  return (
    <Page
      back
      title={candidate ? (candidate.name ?? "Candidate, name removed") : "…"}
      finding={candidate ? <Standing candidate={candidate} /> : "…"}
      actions={
        candidate && candidate.removed === null ? (
          <Verbs candidate={candidate} onDecide={() => setWriting("decide")} />
        ) : null
      }
      main={
        <Answer of={asked} loading={<Loading rows={12} />}>
          {(data) => (
            <div className="qd-record">
              <div className="qd-record-side">
                <Known candidate={data} onChange={() => setWriting("change")} />
                <Decisions candidate={data} />
              </div>
              <div className="qd-record-side">
                {data.noScoring === null ? <OwnSheet key={data.id} candidate={data} /> : null}
                <Sheets candidate={data} />
                <Nothing candidate={data} />
              </div>
            </div>
          )}
        </Answer>
      }
      table={
        <SideForm
          opened={writing !== null}
          onClose={done}
          title={writing === "decide" ? "Decide on the candidate" : "What is known"}
          note={
            writing === "decide"
              ? "Scoring ends with it. What is personal is then kept for 180 days, unless you set another day."
              : undefined
          }
        >
          {candidate && writing === "change" ? <ChangeCandidate candidate={candidate} onDone={done} /> : null}
          {candidate && writing === "decide" ? <DecisionForm candidate={candidate} onDone={done} /> : null}
        </SideForm>
      }
    />
  );
}

function Standing({ candidate }: { candidate: CandidateOut }) {
  const { roleKey, roleName, handedIn, begun, outcome } = candidate;
  return (
    <>
      For{" "}
      <Link to={"/roles/$key" as "/"} params={{ key: roleKey } as never} className="qd-link">
        {roleName}
      </Link>
      . {counted(handedIn, "sheet is handed in", "sheets are handed in")}
      {begun > 0 ? `, ${begun} still a draft` : ""}.
      {outcome === null ? "" : ` Decided: ${decidedWords[outcome].toLowerCase()}.`}
    </>
  );
}

function Verbs({ candidate, onDecide }: { candidate: CandidateOut; onDecide: () => void }) {
  const [asking, setAsking] = useState(false);
  const close = useDo(closeScoring);
  const confirm = () =>
    close.mutate(
      { params: { id: candidate.id } },
      {
        onSuccess: () => {
          setAsking(false);
          tell("Scoring has ended.");
        },
      },
    );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconColumns2 size={14} />}
        component={Link}
        to={"/candidates/beside" as "/"}
        search={{ role: candidate.roleKey } as never}
      >
        Side by side
      </Button>
      {candidate.closedAt === null && candidate.handedIn > 0 ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          End scoring
        </Button>
      ) : null}
      <Button onClick={onDecide}>{candidate.outcome === null ? "Decide" : "Decide anew"}</Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="End scoring?"
        verb="End scoring"
        doing={close}
        onConfirm={confirm}
      >
        <p>
          No sheet changes any more, and drafts stay unseen. Everybody who may read candidates then sees what
          was handed in.
        </p>
      </Confirm>
    </>
  );
}

function Known({ candidate, onChange }: { candidate: CandidateOut; onChange: () => void }) {
  const { removed, keepUntil, due } = candidate;
  if (removed !== null) {
    return (
      <Section title="What is left" label="What is left">
        <p className="qd-known">
          What was personal was removed by {removed.by} on <DayOf at={removed.at} />:{" "}
          {counted(removed.sheets, "sheet")} with {counted(removed.scores, "score")}, name, address, notes and
          reasons. Added on {formatDay(candidate.addedOn)}.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="What is known"
      label="What is known"
      side={
        <Button size="compact-xs" variant="subtle" leftSection={<IconPencil size={13} />} onClick={onChange}>
          Change
        </Button>
      }
    >
      <dl className="qd-facts">
        <dt>Email</dt>
        <dd>{candidate.email ?? <span className="qd-none">–</span>}</dd>
        <dt>Added</dt>
        <dd>
          <Day day={candidate.addedOn} />
        </dd>
        <dt>Kept until</dt>
        <dd>
          {keepUntil === null ? (
            <span className="qd-faint">180 days after the decision</span>
          ) : (
            <>
              <Day day={keepUntil} /> {due ? <span className="qd-late">due to go</span> : null}
            </>
          )}
        </dd>
        <dt>Notes</dt>
        <dd className="qd-known">{candidate.notes ?? <span className="qd-none">–</span>}</dd>
      </dl>
      <div className="qd-known-end">
        <RemovePersonal candidates={[candidate]} verb="Remove what is personal" />
      </div>
    </Section>
  );
}

function Decisions({ candidate }: { candidate: CandidateOut }) {
  if (candidate.decisions.length === 0) return null;
  return (
    <Section flush title="Decided" label="Decided">
      <ul className="qd-list">
        {candidate.decisions.map(({ outcome, decidedAt, decidedBy, reason }) => (
          <li key={`${decidedAt} ${outcome}`} className="qd-item">
            <span className="qd-item-name">{decidedWords[outcome]}</span>
            <DayOf at={decidedAt} />
            <span className="qd-item-note">
              <span>{decidedBy}</span>
            </span>
            <span className="qd-known qd-decided-why">{reason ?? "The reason was removed."}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where there is neither a sheet to fill nor one to see. */
function Nothing({ candidate }: { candidate: CandidateOut }) {
  if (candidate.noScoring === null || (candidate.handedIn > 0 && candidate.removed === null)) return null;
  return (
    <Section label="No sheets">
      <Empty title={candidate.removed ? "What interviewers saw was removed" : "Nobody handed in a sheet"}>
        {candidate.noScoring}
      </Empty>
    </Section>
  );
}
