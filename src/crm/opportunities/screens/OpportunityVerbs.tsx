/** What can be done with an opportunity as a whole: win it, lose it, take it up again. */
import { Autocomplete, Button } from "@mantine/core";
import { IconCheck, IconRotate, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { DayField, Form, fieldError, SideForm, useAsk, useToday } from "#base/ui";
import { getListValues } from "../../lists/contract.ts";
import type { OpportunityDetail } from "../contract.ts";
import { useVerbs } from "./use-verbs.ts";

export function OpportunityVerbs({ opportunity }: { opportunity: OpportunityDetail }) {
  const verbs = useVerbs(opportunity);
  const [losing, setLosing] = useState(false);
  if (opportunity.removedAt !== null) return null;
  const look = { size: "xs", variant: "default", disabled: verbs.busy } as const;
  if (opportunity.status !== "open") {
    return (
      <Button {...look} leftSection={<IconRotate size={14} />} onClick={verbs.openAgain}>
        Open again
      </Button>
    );
  }
  return (
    <>
      <Button
        {...look}
        leftSection={<IconCheck size={14} color="var(--qd-won)" />}
        onClick={verbs.win}
        title="Won at the stage where it stands"
      >
        Won
      </Button>
      <Button
        {...look}
        leftSection={<IconX size={14} color="var(--qd-lost)" />}
        onClick={() => setLosing(true)}
      >
        Lost …
      </Button>
      <SideForm opened={losing} onClose={() => setLosing(false)} title="Why was it lost?">
        {losing ? <LosingForm verbs={verbs} onDone={() => setLosing(false)} /> : null}
      </SideForm>
    </>
  );
}

/** The day it was lost on, and the reason: one that others had, or another. */
function LosingForm({ verbs, onDone }: { verbs: ReturnType<typeof useVerbs>; onDone: () => void }) {
  const today = useToday().toString();
  const [closeOn, setCloseOn] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const known = useAsk(getListValues, {
    params: { noun: "opportunity" },
    query: { column: "lostReason", label: "", limit: 30 },
  });
  const { error } = verbs.losing;
  return (
    <Form
      doing={verbs.losing}
      verb="It is lost"
      refusal={closeOn === null ? "Say on which day it was lost." : null}
      onSubmit={() => closeOn && verbs.lose({ closeOn, lostReason: reason.trim() || null }, onDone)}
      onCancel={onDone}
    >
      <Autocomplete
        label="Reason"
        data-autofocus
        description="The same words for the same reason make win and loss comparable."
        data={(known.data?.items ?? []).map(({ label }) => label)}
        value={reason}
        error={fieldError(error, "lostReason")}
        onChange={setReason}
      />
      <DayField label="Lost on" value={closeOn} error={fieldError(error, "closeOn")} onChange={setCloseOn} />
    </Form>
  );
}
