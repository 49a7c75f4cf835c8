/** How worth comes about: each criterion with its weight, and what each option is worth by it. */
import { Section } from "#base/ui";
import type { AdviceOut } from "../contract.ts";

export function Values({ advice: { ranking, weighting } }: { advice: AdviceOut }) {
  const worthBy = (values: AdviceOut["ranking"][number]["values"], criterion: string) =>
    values.find((one) => one.criterion === criterion)?.value.toFixed(2);
  return (
    <Section flush title="How worth comes about: weight × value, added up" label="Values">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label="Values by criterion">
        <table className="qd-table qd-plain qd-adviser-values">
          <caption className="qd-hidden">Values by criterion; worth is the sum of weight times value</caption>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col" data-align="right">
                Weight
              </th>
              {ranking.map(({ option, label }) => (
                <th key={option} scope="col" data-align="right">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weighting.weights.map(({ criterion, label, weight }) => (
              <tr key={criterion}>
                <td>{label}</td>
                <td data-align="right">{`${(weight * 100).toFixed(1)} %`}</td>
                {ranking.map(({ option, values }) => (
                  <td key={option} data-align="right">
                    {worthBy(values, criterion)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>Worth</td>
              <td />
              {ranking.map(({ option, worth }) => (
                <td key={option} data-align="right">
                  {worth.toFixed(2)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Section>
  );
}
