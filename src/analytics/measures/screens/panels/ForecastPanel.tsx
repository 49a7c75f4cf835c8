/** The quarter by forecast category as it stands: what is won, what is open and how sure, against the target. */

import {
  Answer,
  formatCount,
  formatMoneyShort,
  formatRate,
  Loading,
  Panel,
  type PanelProps,
  periodLabel,
} from "#base/ui";
import { type Category, categoriesOf } from "./forecast.ts";
import { MeasureLink, wholeFigure } from "./MeasureLink.tsx";
import { numberOf, rowOf, useMeasure, useOpenInQuarter, useStretches, useYearly } from "./use-figures.ts";

type Days = { from: string; to: string };

export default function ForecastPanel({ question }: PanelProps) {
  const { quarter } = useStretches();
  const days = { from: quarter.from, to: quarter.to };
  const open = useOpenInQuarter();
  const weighted = useMeasure("weighted-pipeline", days);
  const booked = useYearly("bookings");
  const missing = useYearly("missing-to-target");
  const won = rowOf(booked.data, quarter.key);
  const lacking = numberOf(rowOf(missing.data, quarter.key));
  const target = lacking === null ? null : lacking + (numberOf(won) ?? 0);
  const all =
    open.data && booked.data ? categoriesOf(won ?? { value: null, n: 0 }, open.data.rows) : undefined;
  const currency = open.data?.currency ?? "USD";
  return (
    <Panel
      flush
      question={question}
      finding={all ? findingOf(all, target, currency, quarter.key) : undefined}
    >
      <Answer of={{ ...open, data: all }} loading={<Loading rows={6} />}>
        {(categories) => (
          <>
            <Stack categories={categories} target={target} />
            <table className="qd-table qd-forecast">
              <thead>
                <tr>
                  <th>Category</th>
                  <th data-align="right">Amount</th>
                  <th data-align="right" data-wide>
                    Opportunities
                  </th>
                  <th data-align="right" data-wide>
                    With all above
                  </th>
                  <th data-align="right">Of the target</th>
                </tr>
              </thead>
              <tbody>
                {categories.map((category) => (
                  <Line key={category.key} {...{ category, target, currency, days }} />
                ))}
              </tbody>
            </table>
            <p className="qd-panel-foot">
              Weighted by probability, what is open brings{" "}
              <MeasureLink name="weighted-pipeline" {...days} open={wholeFigure} className="qd-quiet-link">
                {weighted.data?.total.value
                  ? formatMoneyShort(String(weighted.data.total.value), currency)
                  : (weighted.data?.total.reason ?? "…")}
              </MeasureLink>
              {weighted.data ? ` from ${formatCount(weighted.data.total.n)} opportunities` : ""}.
            </p>
          </>
        )}
      </Answer>
    </Panel>
  );
}

function findingOf(all: readonly Category[], target: number | null, currency: string, key: string): string {
  const sure = all.find((one) => one.key === "commit")?.together ?? 0;
  const amount = formatMoneyShort(String(sure), currency);
  return target
    ? `Won and commit come to ${amount}, ${formatRate(Math.round((sure / target) * 100) / 100)} of the quarter's target`
    : `Won and commit come to ${amount} in ${periodLabel(key)}`;
}

function Line(props: { category: Category; target: number | null; currency: string; days: Days }) {
  const { category, target, currency, days } = props;
  const money = (amount: number) => formatMoneyShort(String(amount), currency);
  const leads =
    category.key === "won"
      ? { name: "bookings", open: wholeFigure }
      : { name: "open-pipeline", by: "forecast-category", open: category.key };
  return (
    <tr>
      <td>
        <span className="qd-forecast-name" data-category={category.key}>
          {category.label}
        </span>
      </td>
      <td data-align="right">
        {category.n === 0 ? (
          <span className="qd-faint">–</span>
        ) : (
          <MeasureLink {...leads} {...days} className="qd-quiet-link qd-strong qd-number">
            {money(category.amount)}
          </MeasureLink>
        )}
      </td>
      <td data-align="right" data-wide className="qd-number qd-dim">
        {formatCount(category.n)}
      </td>
      <td data-align="right" data-wide className="qd-number">
        {money(category.together)}
      </td>
      <td data-align="right" className="qd-number qd-dim">
        {target ? formatRate(Math.round((category.together / target) * 100) / 100) : "–"}
      </td>
    </tr>
  );
}

/** All of it as one bar, the surest first, with the target as a mark. */
function Stack({ categories, target }: { categories: readonly Category[]; target: number | null }) {
  const whole = Math.max(categories.at(-1)?.together ?? 0, target ?? 0, 1);
  return (
    <div className="qd-forecast-bar" aria-hidden>
      {categories.map(({ key, amount }) => (
        <i key={key} data-category={key} style={{ width: `${(amount / whole) * 100}%` }} />
      ))}
      {target ? <b style={{ insetInlineStart: `${(target / whole) * 100}%` }} /> : null}
    </div>
  );
}
