/** What became of the opportunities that were created in the same fiscal quarter, as it stood at the end of each quarter since. */
import {
  ChartFrame,
  type Cohort,
  CohortGrid,
  Empty,
  formatCount,
  formatRate,
  Loading,
  periodLabel,
  Section,
  useAddress,
  useAskAll,
  useShownDay,
  useWorkspace,
} from "#base/ui";
import { askMeasure } from "../contract.ts";
import { useTrendPeriods } from "./periods.ts";

const cohortsShown = 8;

export function WinCohorts({ where }: { where: string[] | undefined }) {
  const [, change] = useAddress();
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const { periods, from, to } = useTrendPeriods("quarter", cohortsShown);
  const shown = day.toString();
  const lastDays = periods.map((period) => {
    const last = period.endsOn.subtract({ days: 1 }).toString();
    return last < shown ? last : shown;
  });
  const switches = ["basis=cohort", "denominator=all"];
  const answers = useAskAll(
    askMeasure,
    lastDays.map((asOf) => ({
      params: { name: "win-rate" },
      query: { from, to, by: "quarter", asOf, switches, ...(where ? { where } : {}) },
    })),
  );
  if (answers.some((answer) => answer.isPending)) {
    return (
      <Section>
        <Loading rows={8} />
      </Section>
    );
  }
  const cohorts = cohortsOf(
    periods.map((period) => period.key),
    answers.map((answer) => answer.data?.rows ?? []),
    to > shown,
  );
  if (cohorts.length === 0) {
    return (
      <Section title="Cohorts">
        <Empty title="Nothing was created in these two years">Choose another day in the header.</Empty>
      </Section>
    );
  }
  const press = (cohort: Cohort, age: number) => {
    const period = calendar.parse(cohort.key);
    const asOf = lastDays[periods.findIndex((one) => one.key === cohort.key) + age];
    change({
      from: period.startsOn.toString(),
      to: period.endsOn.subtract({ days: 1 }).toString(),
      switches,
      asOf: asOf === shown ? undefined : asOf,
    });
  };
  return <Drawn cohorts={cohorts} count={periods.length} onPress={press} />;
}

function Drawn(props: {
  cohorts: readonly Cohort[];
  count: number;
  onPress: (cohort: Cohort, age: number) => void;
}) {
  const { cohorts } = props;
  const ages = Array.from({ length: props.count }, (_, age) => (age === 0 ? "same quarter" : `${age} later`));
  return (
    <ChartFrame
      title={findingOf(cohorts)}
      description="Won, of the opportunities created in a quarter, as it stood at the end of each quarter since"
      note="Of all that were created in the quarter, open ones too. The last cell of each row is as of the shown day."
      table={{
        head: ["Created in", "n", ...ages],
        rows: cohorts.map((cohort) => [
          cohort.label,
          formatCount(cohort.n),
          ...ages.map((_, age) => {
            const rate = cohort.rates[age];
            return rate === null || rate === undefined ? "–" : formatRate(rate);
          }),
        ]),
      }}
    >
      <CohortGrid
        label="Won, of the opportunities created in a quarter, quarter after quarter. Press a cell to see the cohort."
        cohorts={cohorts}
        ages={ages}
        format={formatRate}
        formatCount={formatCount}
        onPress={props.onPress}
      />
    </ChartFrame>
  );
}

interface Row {
  readonly key: string;
  readonly value: string | number | null;
  readonly n: number;
}

/** From what was known at the end of each quarter to what became of each quarter's cohort at each age; `running`: the last still runs. */
export function cohortsOf(
  keys: readonly string[],
  known: readonly (readonly Row[])[],
  running: boolean,
): Cohort[] {
  return keys.flatMap((key, first) => {
    const seen = known.slice(first).map((rows) => rows.find((row) => row.key === key) ?? null);
    const n = seen.at(-1)?.n ?? 0;
    if (n === 0) return [];
    const rates = seen.map((row) => (row?.value === null || row === null ? null : Number(row.value)));
    return [{ key, label: periodLabel(key), n, rates, running }];
  });
}

/** How the newest cohort that has two whole quarters behind it stands against the one before it at that age. */
function findingOf(cohorts: readonly Cohort[]): string {
  const age = 2;
  const whole = ({ rates, running }: Cohort) => rates.length - (running ? 1 : 0);
  const old = cohorts.filter((cohort) => whole(cohort) > age && typeof cohort.rates[age] === "number");
  const [before, last] = old.slice(-2);
  if (!before || !last) return "Won, by the quarter of creation";
  const [was, is] = [before.rates[age] ?? 0, last.rates[age] ?? 0];
  return `Two quarters on, ${formatRate(is)} of ${last.label} is won, against ${formatRate(was)} of ${before.label}`;
}
