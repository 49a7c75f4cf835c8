/** Who can see what, and why, as of the shown day; and whose records are shared with whom. */
import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Empty, Section, SideForm, useAddress, useAsk, useShownDay } from "#base/ui";
import { getSeats } from "#people/contract";
import { SeatReach } from "./SeatReach.tsx";
import { SeenByRecord } from "./SeenByRecord.tsx";
import { Settings } from "./Settings.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { ShareTable } from "./ShareTable.tsx";
import "./rights.css";

export default function WhoSeesPage() {
  const [address, change] = useAddress();
  const [sharing, setSharing] = useState(false);
  const { day, past } = useShownDay();
  const asOf = past ? day.toString() : undefined;
  const seats = useAsk(getSeats, {});
  const people = [...new Map((seats.data?.items ?? []).map(({ person }) => [person.id, person.name]))];
  const person = typeof address.person === "string" ? address.person : null;
  return (
    <Settings
      title="Who sees what"
      finding={
        past
          ? `As it was on ${day}: by the owners, reporting lines, teams and seats of that day.`
          : "By whom a record can be seen, and why. What may be seen is decided by today, whatever day is shown."
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setSharing(true)}>
          Share records
        </Button>
      }
      main={
        <div className="qd-who-sees">
          <Section title="What somebody sees">
            <Select
              aria-label="Person"
              placeholder="Choose somebody who signs in"
              searchable
              clearable
              clearButtonProps={{ "aria-label": "Clear: Person" }}
              nothingFoundMessage="Nobody of that name signs in."
              data={people.map(([value, label]) => ({ value, label }))}
              value={person}
              onChange={(value) => change({ person: value ?? undefined })}
            />
            {person ? <SeatReach personId={person} asOf={asOf} /> : null}
            {!person && seats.data && people.length === 0 ? (
              <Empty title="Nobody has a seat yet">Invite people under “People who sign in”.</Empty>
            ) : null}
          </Section>
          <Section title="By whom a record is seen">
            <SeenByRecord asOf={asOf} />
          </Section>
        </div>
      }
      table={
        <>
          <Section flush title="Records shared with others">
            <ShareTable />
          </Section>
          <SideForm
            opened={sharing}
            onClose={() => setSharing(false)}
            title="Share somebody's records"
            note="Who they are shared with sees them and works with them as with their own, from a day until before another."
          >
            {sharing ? <ShareForm onDone={() => setSharing(false)} /> : null}
          </SideForm>
        </>
      }
    />
  );
}
