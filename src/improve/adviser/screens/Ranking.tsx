/** The options from best to worst, with the share of draws that each won as a bar. */
import { BarCell, Defined, formatMoneyWhole, formatRate, Section } from "#base/ui";
import type { AdviceOut } from "../contract.ts";

const whole = (rate: number) => `${Math.round(rate * 100)} %`;

export function Ranking({ advice }: { advice: AdviceOut }) {
  return (
    <Section flush label="Ranking" title="Ranking">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label="Options from best to worst">
        <table className="qd-table qd-plain">
          <caption className="qd-hidden">Options from best to worst</caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">
                <Defined
                  definition={`Of ${advice.draws} draws of weights and ratings around yours, in how many it came first`}
                >
                  Best in
                </Defined>
              </th>
              <th scope="col" data-align="right">
                <Defined definition="The weighted sum of what it is worth by each criterion, at your answers and weights">
                  Worth
                </Defined>
              </th>
              <th scope="col" data-align="right">
                <Defined definition="By how much the best of a draw is worth more, on average">
                  Regret
                </Defined>
              </th>
              <th scope="col" data-align="right">
                Cost a year
              </th>
            </tr>
          </thead>
          <tbody>
            {advice.ranking.map((one) => (
              <tr key={one.option}>
                <td>
                  {one.option === advice.recommendation ? <strong>{one.label}</strong> : one.label}
                  {one.dominatedBy === null ? null : <span className="qd-faint"> dominated</span>}
                </td>
                <td
                  className="qd-adviser-share"
                  title={`${formatRate(one.interval.low)} to ${formatRate(one.interval.high)}`}
                >
                  <BarCell part={one.share * 0.7}>
                    <span className="qd-adviser-percent">{whole(one.share)}</span>
                  </BarCell>
                </td>
                <td data-align="right">{one.worth.toFixed(2)}</td>
                <td data-align="right">{one.regret.toFixed(3)}</td>
                <td data-align="right">{formatMoneyWhole(one.cost.amount, one.cost.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
