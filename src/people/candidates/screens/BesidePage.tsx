/** The candidates for a role side by side: requirements as rows, candidates as columns, the evidence on a press. */
import { Link } from "@tanstack/react-router";
import {
  Answer,
  counted,
  Denied,
  denialOf,
  Empty,
  one,
  Page,
  Section,
  SidePanel,
  useAddress,
  useAsk,
} from "#base/ui";
import { decidedWords } from "../candidate.ts";
import { type ComparedOut, compareCandidates } from "../contract.ts";
import { levels } from "../score.ts";
import { LevelMark } from "./LevelMark.tsx";

export default function BesidePage() {
  const [search, change] = useAddress();
  const role = one(search, "role", "");
  const open = one(search, "row", undefined);
  const asked = useAsk(compareCandidates, { params: { key: role } }, { enabled: role !== "" });
  const denial = denialOf(asked);
  if (denial) return <Denied title="Side by side" what="Candidates are not shown to you" problem={denial} />;
  const row = asked.data?.rows.find(({ text }) => text === open);
  return (
    <Page
      back
      title={asked.data ? `Candidates for ${asked.data.roleName}` : "Candidates side by side"}
      finding={asked.data ? <Finding {...asked.data} /> : role === "" ? undefined : "…"}
      main={
        role === "" ? (
          <Section>
            <Empty title="No role is chosen">Choose one on the page of candidates.</Empty>
          </Section>
        ) : (
          <Answer of={asked} framed>
            {(data) => (
              <Matrix
                compared={data}
                open={open}
                onOpen={(text) => change({ row: text }, { replace: true })}
              />
            )}
          </Answer>
        )
      }
      panel={
        row && asked.data ? (
          <Evidence
            key={row.text}
            row={row}
            compared={asked.data}
            onClose={() => change({ row: undefined }, { replace: true })}
          />
        ) : null
      }
    />
  );
}

function Finding({ candidates, rows }: ComparedOut) {
  const hidden = candidates.filter((some) => some.hidden !== null).length;
  return (
    <>
      {counted(candidates.length, "candidate")}, {counted(rows.length, "requirement")}. Press a requirement to
      read the evidence. There is no figure over all: which requirement counts for how much is for whoever
      decides to say.
      {hidden === 0 ? "" : ` Of ${hidden} you see no levels until you have handed in your own sheet.`}
    </>
  );
}

interface Shown {
  compared: ComparedOut;
  open: string | undefined;
  onOpen: (text: string) => void;
}

function Matrix({ compared, open, onOpen }: Shown) {
  const { candidates, rows } = compared;
  if (candidates.length === 0) {
    return (
      <Section>
        <Empty title="Nobody to compare">
          There is no candidate for this role, or what was personal of each was removed.
        </Empty>
      </Section>
    );
  }
  return (
    <Section flush label="Side by side">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label="Candidates by requirement">
        <table className="qd-table qd-plain qd-sheets">
          <caption className="qd-hidden">Candidates by requirement</caption>
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              {candidates.map(({ id, name, outcome }) => (
                <th key={id} scope="col">
                  <Link to={"/candidates/$id" as "/"} params={{ id } as never} className="qd-link">
                    {name ?? "Name removed"}
                  </Link>
                  {outcome ? <span className="qd-faint"> {decidedWords[outcome].toLowerCase()}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.text} data-open={row.text === open || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="qd-sheet-open"
                    aria-pressed={row.text === open}
                    onClick={() => onOpen(row.text)}
                  >
                    {row.text}
                  </button>
                </th>
                {candidates.map(({ id, hidden }, at) => (
                  <td key={id}>
                    <Cell cell={row.cells[at] ?? null} hidden={hidden} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

type CellOut = ComparedOut["rows"][number]["cells"][number];

/** How often each level was given; the strongest first. */
function Cell({ cell, hidden }: { cell: CellOut; hidden: string | null }) {
  if (cell === null) return <span className="qd-faint">not part of the sheet</span>;
  if (cell.scores === null) {
    return (
      <span className="qd-faint" title={hidden ?? undefined}>
        not shown yet
      </span>
    );
  }
  if (cell.scores.length === 0) return <span className="qd-faint">nobody asked</span>;
  const given = cell.scores.map(({ level }) => level);
  return (
    <span className="qd-levels">
      {levels
        .map((_, level) => ({ level, times: given.filter((one) => one === level).length }))
        .filter(({ times }) => times > 0)
        .toReversed()
        .map(({ level, times }) => (
          <LevelMark key={level} level={level} {...(given.length > 1 ? { note: `× ${times}` } : {})} />
        ))}
    </span>
  );
}

/** Who saw what, candidate by candidate. */
function Evidence(props: { row: ComparedOut["rows"][number]; compared: ComparedOut; onClose: () => void }) {
  const { row, compared } = props;
  return (
    <SidePanel label="Evidence" title={row.text} note={row.section} onClose={props.onClose}>
      <div className="qd-evidence">
        {compared.candidates.map(({ id, name, hidden }, at) => {
          const cell = row.cells[at] ?? null;
          return (
            <section key={id}>
              <h3>{name ?? "Name removed"}</h3>
              {cell === null ? <p className="qd-faint">It was no part of the sheet.</p> : null}
              {cell?.scores === null ? <p className="qd-faint">{hidden}</p> : null}
              {cell?.scores?.length === 0 ? <p className="qd-faint">Nobody asked about it.</p> : null}
              {cell?.scores?.map(({ interviewer, level, evidence }) => (
                <blockquote key={interviewer}>
                  <p className="qd-known">{evidence}</p>
                  <footer>
                    <LevelMark level={level} /> {interviewer}
                  </footer>
                </blockquote>
              ))}
            </section>
          );
        })}
      </div>
    </SidePanel>
  );
}
