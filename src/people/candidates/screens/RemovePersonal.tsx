/** Removes what is personal of candidates, for good, after asking. */
import { Button } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { Confirm, counted, tell, useDo } from "#base/ui";
import { type CandidateBrief, purgeCandidate } from "../contract.ts";

export function RemovePersonal(props: {
  candidates: readonly Pick<CandidateBrief, "id" | "version">[];
  verb: string;
}) {
  const { candidates, verb } = props;
  const [asking, setAsking] = useState(false);
  const purge = useDo(purgeCandidate);
  const confirm = async () => {
    for (const { id, version } of candidates)
      await purge.mutateAsync({ params: { id }, ifMatch: version }).catch(() => undefined);
    setAsking(false);
    tell(`What was personal of ${counted(candidates.length, "candidate")} was removed.`);
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconEraser size={14} />}
        onClick={() => setAsking(true)}
      >
        {verb}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${verb}?`}
        verb="Remove it for good"
        removes
        doing={purge}
        onConfirm={() => void confirm()}
      >
        <p>
          Name, address, notes, evidence and reasons of {counted(candidates.length, "candidate")} go for good,
          from history too. The role, the dates, the outcome and counts stay. Backups made before keep what
          they hold until you delete them.
        </p>
      </Confirm>
    </>
  );
}
