/** Decides on a candidate: what, and why. Who and when are kept with it. */
import { Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, tell, useDo } from "#base/ui";
import { type Outcome, outcomes, outcomeWords } from "../candidate.ts";
import { type CandidateOut, decideOnCandidate } from "../contract.ts";

export function DecisionForm({ candidate, onDone }: { candidate: CandidateOut; onDone: () => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState("");
  const decide = useDo(decideOnCandidate);
  const submit = () =>
    outcome &&
    decide.mutate(
      { params: { id: candidate.id }, body: { outcome, reason } },
      {
        onSuccess: () => {
          onDone();
          tell("The decision is kept.");
        },
      },
    );
  return (
    <Form
      doing={decide}
      same={outcome === null || reason.trim() === ""}
      verb="Decide"
      onSubmit={submit}
      onCancel={onDone}
    >
      <Radio.Group label="What" required value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
        <Stack gap={8} mt={6}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={outcomeWords[one]} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="Why"
        description="So that somebody who was not there can follow it."
        required
        autosize
        minRows={3}
        maxRows={12}
        value={reason}
        error={fieldError(decide.error, "reason")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  );
}
