/** Records that belong to another one, as a short table, with the way to all of them in their list. */
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Answer, type Column, counted, DataTable, Section, type Sort } from "#base/ui";

interface Asked<T> {
  data: { readonly items: readonly T[]; readonly nextCursor: string | null } | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

export function Related<T extends { readonly id: string }>(props: {
  of: Asked<T>;
  one: string;
  many: string;
  columns: readonly Column<T>[];
  sort?: Sort;
  hrefOf: (row: T) => string;
  /** The list that has all of them. */
  all: string;
  /** What is said where there are none. */
  none: ReactNode;
}) {
  const { of, one, many, columns } = props;
  const navigate = useNavigate();
  const count = of.data?.items.length ?? 0;
  if (of.data && count === 0)
    return <Section title={titled(many)} side={<span className="qd-faint">{props.none}</span>} empty />;
  const title = of.data
    ? `${of.data.nextCursor ? "The first " : ""}${counted(count, one, many)}`
    : titled(many);
  return (
    <Section
      flush
      title={title}
      side={
        count > 0 ? (
          <Link to={props.all as "/"} className="qd-link">
            See them in the list
          </Link>
        ) : null
      }
    >
      <Answer of={of}>
        {(data) => (
          <DataTable
            label={titled(many)}
            columns={columns}
            rows={data.items}
            rowKey={(row) => row.id}
            sort={props.sort}
            onOpen={(row) => void navigate({ to: props.hrefOf(row) as "/" })}
            maxHeight="340px"
          />
        )}
      </Answer>
    </Section>
  );
}

const titled = (many: string): string => many.charAt(0).toUpperCase() + many.slice(1);
