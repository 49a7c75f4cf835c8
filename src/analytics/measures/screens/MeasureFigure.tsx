/** The figure itself, with its n, and the way to the records behind it; where there is none, the reason. */

import { Button } from "@mantine/core";
import { Answer, counted, formatFigure, formatMoney, formatRate, Loading, Section } from "#base/ui";
import type { MeasureFacts } from "./MeasureRow.tsx";

interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** "41 % – 58 %". */
export const intervalText = ({ low, high }: ShareInterval): string =>
  `${formatRate(low)} – ${formatRate(high)}`;

export interface MeasureAnswer {
  readonly unit: string;
  readonly currency: string | null;
  readonly by: string | null;
  readonly rows: readonly {
    readonly key: string;
    readonly value: string | number | null;
    readonly n: number;
    readonly reason: string | null;
    readonly interval: ShareInterval | null;
  }[];
  readonly total: {
    readonly value: string | number | null;
    readonly n: number;
    readonly reason: string | null;
    readonly interval: ShareInterval | null;
  };
  readonly intervalMethod: string | null;
  readonly notes: readonly string[];
}

export function MeasureFigure(props: {
  measure: MeasureFacts;
  asked: {
    data: MeasureAnswer | undefined;
    error: unknown;
    isPending: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  onOpen: () => void;
}) {
  return (
    <Section label={`${props.measure.label} in the period`}>
      <Answer of={props.asked} loading={<Loading rows={3} />}>
        {({ total, unit, currency, notes, intervalMethod }) => (
          <div className="qd-big">
            <span className="qd-big-value qd-number" title={exact(total.value, unit, currency)}>
              {total.value === null ? "–" : formatFigure(total.value, unit, currency)}
            </span>
            {total.value === null ? (
              <p>{total.reason ?? "There is nothing to measure in this period."}</p>
            ) : (
              <p>
                from <strong>{counted(total.n, "record")}</strong>
                {total.interval === null ? null : (
                  <span className="qd-dim" title={`${intervalMethod}, of ${counted(total.n, "record")}`}>
                    , likely between {intervalText(total.interval)}
                  </span>
                )}
              </p>
            )}
            <Button size="xs" variant="default" disabled={total.n === 0} onClick={props.onOpen}>
              Show the records
            </Button>
            {notes.length > 0 ? (
              <ul className="qd-notes">
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
          </div>
        )}
      </Answer>
    </Section>
  );
}

function exact(value: string | number | null, unit: string, currency: string | null): string | undefined {
  if (value === null) return undefined;
  return unit === "money" && currency ? formatMoney(String(value), currency) : String(value);
}
