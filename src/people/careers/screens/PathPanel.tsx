/** One person's way on a ladder: what is missing for the next level, and what was seen of them. */
import { Link } from "@tanstack/react-router";
import { formatDay, SidePanel, tell, useDo } from "#base/ui";
import { type CareerOut, type CareerRecordOut, type LadderOut, takeEvidenceBack } from "../contract.ts";

export function PathPanel(props: { career: CareerOut; ladder: LadderOut; onClose: () => void }) {
  const { career, ladder } = props;
  return (
    <SidePanel
      label="Way on the ladder"
      title={
        <Link to={"/people/$id" as "/"} params={{ id: career.person.id } as never} className="qd-link">
          {career.person.name}
        </Link>
      }
      note={career.sentence}
      onClose={props.onClose}
    >
      <div className="qd-career-path">
        <Missing career={career} />
        <h3>What was seen</h3>
        <ul>
          {career.records.map((record) => (
            <Record key={record.id} record={record} ladder={ladder} />
          ))}
        </ul>
      </div>
    </SidePanel>
  );
}

/** What separates somebody from the next level, a sentence each. */
export function Missing({ career }: { career: CareerOut }) {
  if (career.next === null) return null;
  return (
    <>
      <h3>Missing for {career.next.name}</h3>
      <ul>
        {career.missing.map(({ competence, sentence }) => (
          <li key={competence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Record({ record, ladder }: { record: CareerRecordOut; ladder: LadderOut }) {
  const takeBack = useDo(takeEvidenceBack);
  const competence = ladder.competences.find(({ key }) => key === record.competence)?.name;
  const level = ladder.levels.find(({ key }) => key === record.level)?.name;
  const confirm = () =>
    takeBack.mutate(
      { params: { id: record.id }, ifMatch: record.version },
      { onSuccess: () => tell("The record was taken back.") },
    );
  return (
    <li>
      <b>
        {competence}, as {level}
      </b>
      <span className="qd-career-path-evidence">{record.evidence}</span>
      <span className="qd-faint">
        {formatDay(record.seenOn)}, by {record.statedBy}{" "}
        <button type="button" className="qd-career-path-back" disabled={takeBack.isPending} onClick={confirm}>
          Take back
        </button>
      </span>
    </li>
  );
}
