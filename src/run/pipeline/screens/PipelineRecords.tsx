/** Exactly the opportunities behind one row of the breakdown. */

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  counted,
  Day,
  Empty,
  formatDays,
  More,
  SidePanel,
  useAskPages,
  useDimensionLabel,
  useSlices,
} from "#base/ui";
import { pipelineRecords } from "../contract.ts";

export function PipelineRecords(props: {
  by: string;
  opened: string;
  query: { asOf?: string; where?: string[] };
  onClose: () => void;
}) {
  const label = useDimensionLabel(props.by);
  const { keep } = useSlices();
  const found = useAskPages(
    pipelineRecords,
    (at: number | undefined) => ({
      query: { by: props.by, key: props.opened, ...props.query, limit: 100, ...(at ? { offset: at } : {}) },
    }),
    (page) => page.nextOffset,
  );
  const count = found.data?.pages[0]?.count;
  return (
    <SidePanel
      title={props.opened}
      label={`Opportunities in ${label} ${props.opened}`}
      note={
        count === undefined
          ? label
          : `${label} · ${counted(count, "opportunity", "opportunities")}, largest first`
      }
      onClose={props.onClose}
    >
      <div className="qd-more">
        <Button size="compact-xs" variant="default" onClick={() => keep(props.by, props.opened)}>
          Keep the page to this
        </Button>
      </div>
      <Answer of={found}>
        {(data) => (
          <>
            <ul className="qd-list">
              {data.pages
                .flatMap((page) => page.rows)
                .map((row) => (
                  <li key={row.id}>
                    <RecordLink row={row} />
                  </li>
                ))}
            </ul>
            {data.pages[0]?.rows.length === 0 ? <Empty title="None here on this day" /> : null}
            <More of={found} />
          </>
        )}
      </Answer>
    </SidePanel>
  );
}

interface Row {
  id: string;
  name: string;
  account: string | null;
  person: string | null;
  stage: string | null;
  amount: string | null;
  currency: string;
  closeOn: string | null;
  daysInStage: number | null;
}

function RecordLink({ row }: { row: Row }) {
  return (
    <Link to={"/opportunities/$id" as "/"} params={{ id: row.id } as never} className="qd-item">
      <span className="qd-item-name qd-truncate">{row.name}</span>
      <Amount amount={row.amount} currency={row.currency} />
      <span className="qd-item-note">
        {row.account ? <span>{row.account}</span> : null}
        {row.person ? <span>{row.person}</span> : null}
        {row.stage ? (
          <span>
            {row.stage}
            {row.daysInStage === null ? null : `, ${formatDays(Math.floor(row.daysInStage))}`}
          </span>
        ) : null}
        {row.closeOn ? (
          <span>
            closes <Day day={row.closeOn} />
          </span>
        ) : null}
      </span>
    </Link>
  );
}
