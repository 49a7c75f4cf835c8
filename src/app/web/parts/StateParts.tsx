/** What a part shows when it has nothing, waits, failed, or has too much. */
import { Button } from "@mantine/core";
import { CallRefused } from "#base/contract";
import { Answer, Empty, Failed, Loading, Section, TooMuch } from "#base/ui";
import { Shown } from "./Shown.tsx";

const refused = new CallRefused({
  type: "about:blank",
  title: "Refused",
  status: 422,
  detail: "The last day is before the first.",
  fix: "Give the earlier day first.",
  fields: [{ field: "to", message: "is before the first day" }],
});

export function StateParts() {
  return (
    <div className="qd-parts-grid">
      <Shown name="Empty: what to do next">
        <Section>
          <Empty
            title="Nothing was open on this day"
            action={<Button variant="default">Import opportunities</Button>}
          >
            The records begin on 1 Aug 2024: choose a day in the header, or take a filter away.
          </Empty>
        </Section>
      </Shown>
      <Shown name="Waiting">
        <Section>
          <Loading rows={5} label="An example of waiting" />
        </Section>
      </Shown>
      <Shown name="Failed: what happened, what to do">
        <Section>
          <Failed failure={refused} retry={() => undefined} />
        </Section>
      </Shown>
      <Shown name="Too much">
        <Section flush>
          <TooMuch
            title="The first 10,000 of 48,210 are shown."
            action={<Button variant="default">Narrow it</Button>}
          >
            Keep to a region, a team or a period to see all of it.
          </TooMuch>
        </Section>
      </Shown>
      <Shown name="An older answer, while the next one is on its way">
        <Section>
          <Answer
            of={{ data: "$43.6M on 22 Nov 2026", error: null, isPending: false, isPlaceholderData: true }}
          >
            {(text) => <p>{text}</p>}
          </Answer>
        </Section>
      </Shown>
    </div>
  );
}
