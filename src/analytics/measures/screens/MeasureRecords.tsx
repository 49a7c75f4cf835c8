/** Exactly the opportunities behind a figure, with the part that each plays in it. */

import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  counted,
  Day,
  Empty,
  headline,
  More,
  periodLabel,
  SidePanel,
  Status,
  useAskPages,
} from "#base/ui";
import { measureRecords } from "../contract.ts";

/** Stands in the address for the whole figure instead of one row of the breakdown. */
export const wholeFigure = "*";

interface Question {
  from?: string;
  to?: string;
  by: string;
  where?: string[];
  switches?: string[];
  asOf?: string;
}

export function MeasureRecords(props: {
  name: string;
  label: string;
  query: Question;
  opened: string;
  onClose: () => void;
}) {
  const { by, ...rest } = props.query;
  const asked = props.opened === wholeFigure ? rest : { ...rest, by, key: props.opened };
  const found = useAskPages(
    measureRecords,
    (at: number | undefined) => ({
      params: { name: props.name },
      query: { ...asked, limit: 100, ...(at ? { offset: at } : {}) },
    }),
    (page) => page.nextOffset,
  );
  const count = found.data?.pages[0]?.count;
  return (
    <SidePanel
      title={props.opened === wholeFigure ? props.label : periodLabel(props.opened)}
      label={`Records behind ${props.label}`}
      note={
        count === undefined
          ? props.label
          : `${props.opened === wholeFigure ? "" : `${props.label} · `}${counted(count, "record")}`
      }
      onClose={props.onClose}
    >
      <Answer of={found}>
        {(data) => (
          <>
            <ul className="qd-list">
              {data.pages
                .flatMap((page) => page.rows)
                .map((row) => (
                  <li key={`${row.id} ${row.part}`}>
                    <Link
                      to={"/opportunities/$id" as "/"}
                      params={{ id: row.id } as never}
                      className="qd-item"
                    >
                      <span className="qd-item-name qd-truncate">{row.name}</span>
                      <Amount amount={row.amount} currency={row.currency} />
                      <span className="qd-item-note">
                        <Status status={row.status} />
                        {row.part && row.part !== row.status ? <span>{headline(row.part)}</span> : null}
                        {row.account ? <span>{row.account}</span> : null}
                        {row.person ? <span>{row.person}</span> : null}
                        {row.closeOn ? <Day day={row.closeOn} /> : null}
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
            {count === 0 ? <Empty title="No records behind this figure" /> : null}
            <More of={found} />
          </>
        )}
      </Answer>
    </SidePanel>
  );
}
