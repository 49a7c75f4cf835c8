/** Puts on record what somebody was seen to do, and which level of a competence it shows. */
import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useAsk, useDo, useToday } from "#base/ui";
import { getOrganization } from "../../organization/contract.ts";
import { type LadderOut, recordEvidence } from "../contract.ts";

export function EvidenceForm(props: { ladder: LadderOut; personId: string | null; onDone: () => void }) {
  const { ladder, onDone } = props;
  const today = useToday().toString();
  const people = useAsk(getOrganization, {}).data?.people ?? [];
  const [personId, setPersonId] = useState(props.personId);
  const [said, setSaid] = useState({ competence: "", level: "", evidence: "", seenOn: today });
  const record = useDo(recordEvidence);
  const set = (more: Partial<typeof said>) => setSaid({ ...said, ...more });
  const submit = () =>
    record.mutate(
      { params: { key: ladder.key }, body: { personId: personId ?? "", ...said } },
      {
        onSuccess: () => {
          onDone();
          tell("It is on record.");
        },
      },
    );
  const incomplete = [personId ?? "", ...Object.values(said)].some((text) => text.trim() === "");
  return (
    <Form doing={record} same={incomplete} verb="Put it on record" onSubmit={submit} onCancel={onDone}>
      <Select
        label="Who"
        required
        searchable
        limit={60}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        error={fieldError(record.error, "personId")}
        onChange={setPersonId}
      />
      <Select
        label="Competence"
        required
        data={ladder.competences.map(({ key, name }) => ({ value: key, label: name }))}
        value={said.competence || null}
        error={fieldError(record.error, "competence")}
        onChange={(competence) => competence && set({ competence })}
      />
      <Select
        label="Shown as"
        required
        description={expected(ladder, said)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data={ladder.levels.map(({ key, name }) => ({ value: key, label: name }))}
        value={said.level || null}
        error={fieldError(record.error, "level")}
        onChange={(level) => level && set({ level })}
      />
      <Textarea
        label="What was seen"
        required
        autosize
        minRows={3}
        maxRows={12}
        value={said.evidence}
        error={fieldError(record.error, "evidence")}
        onChange={(event) => set({ evidence: event.currentTarget.value })}
      />
      <DayField
        label="When"
        required
        value={said.seenOn}
        error={fieldError(record.error, "seenOn")}
        onChange={(day) => day && set({ seenOn: day })}
      />
    </Form>
  );
}

/** What the ladder asks for at the chosen place. */
function expected(ladder: LadderOut, said: { competence: string; level: string }): string | undefined {
  const at = ladder.levels.findIndex(({ key }) => key === said.level);
  return ladder.competences.find(({ key }) => key === said.competence)?.shownBy[at];
}
