/** Money, changes, rates, days, people, and a number with its definition. */
import {
  Amount,
  Change,
  Count,
  Day,
  Days,
  Defined,
  DueDay,
  Figure,
  Percent,
  Person,
  Sparkline,
  Status,
  Tag,
} from "#base/ui";
import { Shown } from "./Shown.tsx";

export function NumberParts() {
  return (
    <div className="qd-parts-grid">
      <Shown name="Money: at a glance, in full, none">
        <Amount amount="1234567.89" currency="USD" /> · <Amount amount="1234567.89" currency="EUR" full /> ·{" "}
        <Amount amount={null} currency="USD" />
      </Shown>
      <Shown name="Change: good, bad, neither, points">
        <Change amount="81100" currency="USD" /> · <Change amount="-9000" currency="USD" /> ·{" "}
        <Change amount="0" currency="USD" /> · <Change amount="12" unit="count" goodWhen="down" /> ·{" "}
        <Change amount="-0.031" unit="points" />
      </Shown>
      <Shown name="Rate, days, count, day">
        <Percent rate={0.4231} /> · <Days days={57} /> · <Count count={12840} /> · <Day day="2026-11-23" /> ·{" "}
        <Percent rate={null} />
      </Shown>
      <Shown name="Due: later, over and still open, over and done">
        <DueDay day="2099-11-23" open /> · <DueDay day="2020-01-31" open /> ·{" "}
        <DueDay day="2020-01-31" open={false} />
      </Shown>
      <Shown name="Money in a column: from a thousand on without cents">
        <Amount amount="1234567.89" currency="USD" whole /> · <Amount amount="912.50" currency="USD" whole />
      </Shown>
      <Shown name="Person">
        <Person name="Ana Costa" /> <Person name="Noor van den Berg" note="Account Executive" />
      </Shown>
      <Shown name="Status and tags">
        <Status status="open" /> <Status status="won" /> <Status status="lost" /> <Status status="removed" />{" "}
        <Tag>custom</Tag> <Tag tone="good">kept</Tag> <Tag tone="bad">refused</Tag>{" "}
        <Tag tone="attention">late</Tag> <Tag tone="accent">new</Tag>
      </Shown>
      <Shown name="A term with its definition, on hover and focus">
        <Defined definition="Of what was decided, the share that was won.">Win rate</Defined>
      </Shown>
      <Shown name="Sparkline: whole, running, too short">
        <span className="qd-row">
          <Sparkline values={[4, 6, 5, 8, 9, 7]} label="Example, six quarters" />
          <Sparkline values={[4, 6, 5, 8, 9, 3]} label="Example, the last is running" running />
          <Sparkline values={[4]} label="Example, one quarter" />
        </span>
      </Shown>
      <Shown name="Figures side by side: there, waiting, none" wide>
        <div className="qd-figures">
          <Figure label="Open pipeline" definition="What is still to be decided." note="528 opportunities">
            <Amount amount="44012300" currency="USD" />
          </Figure>
          <Figure label="Win rate" loading note="…">
            {null}
          </Figure>
          <Figure label="Cost per sale" note="No costs are entered for this quarter.">
            <span className="qd-faint">–</span>
          </Figure>
        </div>
      </Shown>
    </div>
  );
}
