/** What interviewers saw, requirement by requirement, how far they agree, and the evidence behind each level. */
import { useState } from "react";
import { Empty, formatRate, Section } from "#base/ui";
import type { AgreementOut, CandidateOut } from "../contract.ts";
import { LevelMark } from "./LevelMark.tsx";

export function Sheets({ candidate }: { candidate: CandidateOut }) {
  const handedIn = candidate.sheets.filter((sheet) => sheet.handedInAt !== null);
  const { hidden, removed } = candidate;
  const waiting = candidate.sheets.length - handedIn.length;
  if (removed !== null || handedIn.length === 0) return null;
  if (hidden !== null) {
    return (
      <Section label="What interviewers saw">
        <Empty
          title={handedIn.length === 1 ? "One sheet is handed in" : `${handedIn.length} sheets are handed in`}
        >
          {hidden}
        </Empty>
      </Section>
    );
  }
  return (
    <Section
      flush
      title="What interviewers saw"
      label="What interviewers saw"
      side={waiting > 0 ? <span className="qd-faint">{waiting} still a draft</span> : null}
    >
      <Matrix candidate={candidate} />
    </Section>
  );
}

function Matrix({ candidate }: { candidate: CandidateOut }) {
  const [open, setOpen] = useState<string | null>(null);
  const sheets = candidate.sheets.filter((sheet) => sheet.handedInAt !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" tabIndex={0} aria-label="Levels by requirement and interviewer">
      <table className="qd-table qd-plain qd-sheets">
        <caption className="qd-hidden">Levels by requirement and interviewer</caption>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            {sheets.map(({ interviewer, own }) => (
              <th key={interviewer} scope="col">
                {interviewer}
                {own ? <span className="qd-faint"> (you)</span> : null}
              </th>
            ))}
            <th scope="col">Agreement</th>
          </tr>
        </thead>
        <tbody>
          {candidate.requirements.map((requirement) => (
            <Line
              key={requirement.key}
              requirement={requirement}
              sheets={sheets}
              agreement={candidate.agreement?.find((one) => one.requirement === requirement.key)}
              open={open === requirement.key}
              onOpen={() => setOpen(open === requirement.key ? null : requirement.key)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line(props: {
  requirement: CandidateOut["requirements"][number];
  sheets: CandidateOut["sheets"];
  agreement: AgreementOut | undefined;
  open: boolean;
  onOpen: () => void;
}) {
  const { requirement, sheets, agreement, open } = props;
  const found = sheets.map(({ interviewer, scores }) => ({
    interviewer,
    score: scores?.find((one) => one.requirement === requirement.key),
  }));
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="qd-sheet-open" aria-expanded={open} onClick={props.onOpen}>
            {requirement.text}
          </button>
        </th>
        {found.map(({ interviewer, score }) => (
          <td key={interviewer}>
            {typeof score?.level === "number" ? (
              <LevelMark level={score.level} />
            ) : (
              <span className="qd-faint">not asked</span>
            )}
          </td>
        ))}
        <td>{agreement ? <Agreed agreement={agreement} /> : null}</td>
      </tr>
      {open ? (
        <tr className="qd-sheet-evidence">
          <td colSpan={sheets.length + 2}>
            <dl>
              {found.map(({ interviewer, score }) => (
                <div key={interviewer}>
                  <dt>{interviewer}</dt>
                  <dd>{score?.evidence ?? "Did not ask about it."}</dd>
                </div>
              ))}
            </dl>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Agreed({ agreement }: { agreement: AgreementOut }) {
  const { share, spread, n, reason } = agreement;
  if (share === null) {
    return (
      <span className="qd-faint" title={reason ?? undefined}>
        n = {n}, needs two
      </span>
    );
  }
  const apart = spread === 0 ? "all alike" : spread === 1 ? "1 level apart" : `up to ${spread} levels apart`;
  return (
    <>
      {apart}{" "}
      <span className="qd-faint">
        {formatRate(share)} of pairs within one level, n = {n}
      </span>
    </>
  );
}
