/** What a role's work comes to: the measures by which its impact is seen, this quarter, on the day that is shown. */
import { Answer, Section, useAsk, useQuarters } from "#base/ui";
import { listMeasures } from "../contract.ts";
import { WatchedMeasure } from "./WatchedMeasure.tsx";

/** `names` are the measures of the role's impacts, in their order; what the catalogue does not know is left out. */
export default function RoleScorecard({ names }: { names: readonly string[] }) {
  const asked = useAsk(listMeasures, {});
  const { label } = useQuarters();
  return (
    <Section flush title={`Scorecard, ${label}`} label="Scorecard">
      <Answer of={asked}>
        {(data) => (
          <div className="qd-watch">
            {[...new Set(names)]
              .flatMap((name) => data.measures.filter((measure) => measure.name === name))
              .map((measure) => (
                <WatchedMeasure key={measure.name} measure={measure} />
              ))}
          </div>
        )}
      </Answer>
    </Section>
  );
}
