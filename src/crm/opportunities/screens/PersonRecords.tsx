/** What stands to a person's name, or to those of all who work for them: the open pipeline, what was won, what is overdue, what is to be done. */
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { counted, Figure, formatMoneyShort, Presets, useAsk, useWorkspace } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { getListOutline } from "../../lists/contract.ts";
import { RelatedOpportunities } from "./RelatedOpportunities.tsx";

export default function PersonRecords(props: {
  person: { readonly id: string; readonly name: string };
  /** Everybody below them on the shown day, at every depth. */
  below: readonly string[];
}) {
  const { person, below } = props;
  const [chosen, setChosen] = useState<"line" | "own">("line");
  const line = below.length > 0 && chosen === "line";
  const owner = `owner.one-of(${(line ? [person.id, ...below] : [person.id]).join(",")})`;
  const open = `${owner},status.one-of(open)`;
  return (
    <>
      <PastNotice>Opportunities and what is to be done are as of today.</PastNotice>
      {below.length > 0 ? (
        <Presets
          label="Whose records"
          value={chosen}
          onChange={setChosen}
          choices={[
            { value: "line", label: `With the ${counted(below.length, "person", "people")} below` },
            { value: "own", label: "Their own" },
          ]}
        />
      ) : null}
      <div className="qd-figures">
        <Listed label="Open pipeline" filter={open} />
        <Listed label="Closing this quarter" filter={`${open},closeOn.in(this-quarter)`} />
        <Listed label="Won this quarter" filter={`${owner},status.one-of(won),closeOn.in(this-quarter)`} />
        <Listed label="Past their close date" filter={`${open},closeOn.before(today)`} />
      </div>
      <RelatedOpportunities
        filter={open}
        sort="-amount"
        none={`Nothing is open that ${person.name} has.`}
        owned={line}
      />
      <ActivityList about={{ personId: person.id }} />
      <RecordHistory noun="person" id={person.id} />
    </>
  );
}

/** What a list adds up to and how many it has; a press opens it. */
function Listed({ label, filter }: { label: string; filter: string }): ReactNode {
  const { currency } = useWorkspace();
  const asked = useAsk(getListOutline, {
    params: { noun: "opportunity" },
    query: { filter: `and(${filter})`, sort: "-amount", group: "none" },
  });
  const sum = asked.data?.sums.find((one) => one.column === "amount");
  return (
    <Figure
      label={label}
      loading={asked.data === undefined}
      note={
        <Link to={"/opportunities" as "/"} search={{ filter: `and(${filter})` } as never} className="qd-link">
          {counted(asked.data?.count ?? 0, "opportunity", "opportunities")}
        </Link>
      }
    >
      {formatMoneyShort(sum?.sum ?? "0", sum?.currency ?? currency)}
    </Figure>
  );
}
