/** What each option costs, what it has to bring, and the bands of pay behind it, each source by itself. */
import { formatMoneyWhole, Section } from "#base/ui";
import type { AdviceOut } from "../contract.ts";

const share = (rate: number | null) => (rate === null ? "–" : `${Math.round(rate * 100)} %`);
const dollars = (amount: number | null) => (amount === null ? "" : formatMoneyWhole(String(amount), "USD"));
const seats: Readonly<Record<string, string>> = {
  vp: "VP",
  director: "Director",
  manager: "Manager, promoted",
  fractional: "Fractional leader",
};

export function Costs({ advice }: { advice: AdviceOut }) {
  return (
    <Section flush title="What it costs, and what it must bring" label="Costs">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label="Costs of the options">
        <table className="qd-table qd-plain">
          <caption className="qd-hidden">Costs of the options</caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              {["Cost a year", "Of the budget", "Of the expected gain", "Earned back at"].map((head) => (
                <th key={head} scope="col" data-align="right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {advice.ranking.map((one) => (
              <tr key={one.option}>
                <td>{one.label}</td>
                <td data-align="right">{formatMoneyWhole(one.cost.amount, one.cost.currency)}</td>
                <td data-align="right">{share(one.ofBudget)}</td>
                <td data-align="right">{share(one.costOverBenefit)}</td>
                <td data-align="right">
                  {one.gainNeeded === null || one.gainNeeded === 0
                    ? "–"
                    : `+${(one.gainNeeded * 100).toFixed(1)} % bookings`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="qd-adviser-bands">
        <h3>Pay by source, in US dollars a year</h3>
        <p className="qd-faint">
          Sources disagree; they stand beside each other and are not merged. Grades go from A to D. Your own
          pay, under Pay, takes their place.
        </p>
        <ul className="qd-adviser-lines">
          {advice.bands.map(({ seat, of, low, middle, high, source, year, grade, used }) => (
            <li key={`${seat} ${of} ${source}`}>
              {seats[seat] ?? seat}, {of}: {bandText(dollars(low), dollars(high))}
              {middle === null ? "" : `, median ${dollars(middle)}`}{" "}
              <span className="qd-faint">
                {source}, {year}, grade {grade}
                {used ? "" : "; shown for comparison"}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function bandText(low: string, high: string): string {
  if (low === "") return `up to ${high}`;
  return high === "" ? `from ${low}` : `${low} to ${high}`;
}
