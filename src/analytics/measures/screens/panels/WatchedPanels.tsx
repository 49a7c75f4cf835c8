/** Panels of a few measures that belong together, each this quarter so far, against the quarter before, and as a trend. */
import { Answer, Loading, Panel, type PanelProps, useAsk, useQuarters } from "#base/ui";
import { listMeasures } from "../../contract.ts";
import { WatchedMeasure } from "../WatchedMeasure.tsx";

function Watched({ question, names }: PanelProps & { names: readonly string[] }) {
  const asked = useAsk(listMeasures, {});
  const { label } = useQuarters();
  return (
    <Panel flush question={question} side={<span className="qd-faint">{label}</span>}>
      <Answer of={asked} loading={<Loading rows={3} />}>
        {({ measures }) => (
          <div className="qd-watch" data-few>
            {names
              .flatMap((name) => measures.filter((measure) => measure.name === name))
              .map((measure) => (
                <WatchedMeasure key={measure.name} measure={measure} />
              ))}
          </div>
        )}
      </Answer>
    </Panel>
  );
}

export const PacePanel = (props: PanelProps) => <Watched {...props} names={["win-rate", "sales-cycle"]} />;
export const PromisesPanel = (props: PanelProps) => <Watched {...props} names={["slippage", "push-rate"]} />;
export const CostPanel = (props: PanelProps) => (
  <Watched {...props} names={["cost-per-sale", "cost-per-opportunity"]} />
);
