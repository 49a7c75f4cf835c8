/** One's own score sheet: a level for each requirement, with the evidence in words. A draft is seen by nobody else. */
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Confirm, fieldError, Presets, Refused, Section, tell, useDo } from "#base/ui";
import { type CandidateOut, fillSheet, handInSheet, type ScoreOut } from "../contract.ts";
import { levels, missingOn } from "../score.ts";

type Said = ReadonlyMap<string, ScoreOut>;
const blank = (requirement: string): ScoreOut => ({ requirement, level: null, evidence: "" });

export function OwnSheet({ candidate }: { candidate: CandidateOut }) {
  const before = candidate.sheets.find(({ own }) => own)?.scores ?? [];
  const [said, setSaid] = useState<Said>(new Map(before.map((score) => [score.requirement, score])));
  const [asking, setAsking] = useState(false);
  const { fill, handIn, save, hand } = useSheet(candidate.id, () => setAsking(false));
  const scores = [...said.values()].filter(({ level, evidence }) => level !== null || evidence.trim() !== "");
  const missing = missingOn(scores);
  const set = (score: ScoreOut) => setSaid(new Map(said).set(score.requirement, score));
  const done = scores.filter(({ level, evidence }) => level !== null && evidence.trim() !== "").length;
  return (
    <Section
      flush
      title="Your sheet"
      label="Your sheet"
      side={
        <span className="qd-faint">
          {done} of {candidate.requirements.length} scored
        </span>
      }
    >
      {candidate.requirements.map((requirement, at) => (
        <Row
          key={requirement.key}
          requirement={requirement}
          section={
            requirement.section === candidate.requirements[at - 1]?.section ? null : requirement.section
          }
          score={said.get(requirement.key) ?? blank(requirement.key)}
          error={fieldError(handIn.error, requirement.key)}
          onChange={set}
        />
      ))}
      <div className="qd-sheet-end">
        <Button onClick={() => setAsking(true)} disabled={missing.length > 0}>
          Hand in
        </Button>
        <Button variant="default" loading={fill.isPending} onClick={() => save(scores)}>
          Save the draft
        </Button>
        <span className="qd-faint">
          {missing[0]?.message ?? "What you did not ask about may stay empty. Nobody sees a draft."}
        </span>
        <Refused failure={fill.error} />
      </div>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Hand in your sheet?"
        verb="Hand it in"
        doing={handIn}
        onConfirm={() => hand(scores)}
      >
        <p>It stays as it is from then on. You will see what others have handed in, and they see yours.</p>
      </Confirm>
    </Section>
  );
}

function useSheet(id: string, onDone: () => void) {
  const fill = useDo(fillSheet);
  const handIn = useDo(handInSheet);
  const params = { id };
  return {
    fill,
    handIn,
    save: (scores: ScoreOut[]) =>
      fill.mutate({ params, body: { scores } }, { onSuccess: () => tell("Your draft is kept.") }),
    hand: (scores: ScoreOut[]) =>
      fill.mutate(
        { params, body: { scores } },
        {
          onSuccess: () =>
            handIn.mutate(
              { params },
              {
                onSuccess: () => {
                  onDone();
                  tell("Your sheet is handed in.");
                },
              },
            ),
        },
      ),
  };
}

function Row(props: {
  requirement: CandidateOut["requirements"][number];
  section: string | null;
  score: ScoreOut;
  error: string | undefined;
  onChange: (score: ScoreOut) => void;
}) {
  const { requirement, score, onChange } = props;
  const choose = (value: string) => {
    const level = Number(value) as 0 | 1 | 2 | 3;
    // Pressed again, it is taken back.
    onChange({ ...score, level: score.level === level ? null : level });
  };
  return (
    <div className="qd-sheet-row">
      {props.section === null ? null : <h3>{props.section}</h3>}
      <span className="qd-sheet-text">{requirement.text}</span>
      <Presets
        label={`Level: ${requirement.text}`}
        choices={levels.map((label, level) => ({ value: String(level), label }))}
        value={score.level === null ? undefined : String(score.level)}
        onChange={choose}
      />
      <Textarea
        aria-label={`Evidence: ${requirement.text}`}
        placeholder={
          score.level === null ? "What was said or done" : "What was said or done, needed for a level"
        }
        autosize
        minRows={1}
        maxRows={8}
        value={score.evidence}
        error={props.error}
        onChange={(event) => onChange({ ...score, evidence: event.currentTarget.value })}
      />
    </div>
  );
}
