/** What somebody still has to their name, in one line, with the way to hand it over. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { counted, formatDay, formatMoneyShort, Section, SideForm, Tag, useAsk } from "#base/ui";
import { getOpenWork, type OpenWork as Work } from "../contract.ts";
import { HandOverForm } from "./HandOverForm.tsx";

export default function OpenWork(props: {
  person: { readonly id: string; readonly name: string; readonly leftOn: string | null };
}) {
  const { person } = props;
  const asked = useAsk(getOpenWork, { params: { id: person.id } });
  const [handing, setHanding] = useState(false);
  const work = asked.data;
  const done = () => setHanding(false);
  if (!work) return null;
  const parts = partsOf(work);
  if (parts.length === 0 && person.leftOn === null) return null;
  return (
    <Section
      label="Open work"
      title="Open work"
      side={
        <span className="qd-open-work">
          {person.leftOn === null || parts.length === 0 ? null : (
            <Tag tone="attention">{`leaves after ${formatDay(person.leftOn)}`}</Tag>
          )}
          <span className="qd-dim">
            {parts.length === 0 ? "Nothing is left to hand over." : parts.join(", ")}
          </span>
          {parts.length === 0 ? null : (
            <Button size="xs" variant="default" onClick={() => setHanding(true)}>
              Hand over…
            </Button>
          )}
        </span>
      }
      empty
    >
      <SideForm
        opened={handing}
        onClose={done}
        title={`Hand over the work of ${person.name}`}
        note="What is won, lost or done stays with whom it was, and so do the figures of past days."
      >
        {handing ? <HandOverForm person={person} work={work} onDone={done} /> : null}
      </SideForm>
    </Section>
  );
}

/** "27 opportunities of $2.82M", "3 accounts". */
function partsOf(work: Work): string[] {
  const amounts = work.amounts
    .map(({ amount, currency }) => formatMoneyShort(amount ?? "0", currency))
    .join(" and ");
  return [
    ...(work.opportunity.count > 0
      ? [
          `${counted(work.opportunity.count, "opportunity", "opportunities")}${amounts ? ` of ${amounts}` : ""}`,
        ]
      : []),
    ...(work.account.count > 0 ? [counted(work.account.count, "account")] : []),
    ...(work.contact.count > 0 ? [counted(work.contact.count, "contact")] : []),
    ...(work.activity.count > 0 ? [counted(work.activity.count, "activity", "activities")] : []),
  ];
}
