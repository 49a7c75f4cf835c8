/** An activity beside its list: what it is about, until when, and that it is done. */
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Answer, formatInstant, headline, Loading, Section, useAsk, useWorkspace } from "#base/ui";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import { RecordPanel } from "../../lists/screens/RecordPanel.tsx";
import type { OpenRecord } from "../../lists/screens/use-open-record.ts";
import { type ActivityListed, type ActivityOut, getActivity } from "../contract.ts";
import { useDone } from "./use-done.ts";

const shown = ["subject", "kind", "dueAt", "person", "opportunity", "account", "contact", "body"];

export function ActivityPanel({ opened }: { opened: OpenRecord<ActivityListed> }) {
  const { id = "" } = opened;
  const asked = useAsk(getActivity, { params: { id } });
  return (
    <RecordPanel
      opened={opened}
      label="Activity"
      title={asked.data?.subject ?? "…"}
      note={asked.data ? headline(asked.data.kind) : ""}
    >
      <Answer of={asked} loading={<Loading rows={10} />}>
        {(activity) => (
          <>
            <Section title="What it is about" side={<Done activity={activity} />}>
              <RecordFacts noun="activity" one="activity" record={activity} show={shown} />
            </Section>
            <RecordHistory noun="activity" id={id} />
          </>
        )}
      </Answer>
    </RecordPanel>
  );
}

function Done({ activity }: { activity: ActivityOut }) {
  const { timeZone } = useWorkspace();
  const { busy, done, takeUp } = useDone(activity);
  if (activity.doneAt === null) {
    return (
      <Button size="compact-xs" leftSection={<IconCheck size={14} />} loading={busy} onClick={done}>
        It is done
      </Button>
    );
  }
  return (
    <>
      <span className="qd-faint">Done {formatInstant(activity.doneAt, timeZone)}</span>
      <Button size="compact-xs" variant="subtle" color="gray" loading={busy} onClick={takeUp}>
        Take up again
      </Button>
    </>
  );
}
