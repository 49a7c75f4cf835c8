/** How values of each kind look in a list. */
import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent, PointerEvent, ReactNode } from "react";
import type { ListColumn } from "#base/kernel";
import { Amount, carryShownDay, countryName, Day, formatCount, formatInstant, Percent } from "#base/ui";
import { isMoney, isReference } from "./cell-value.ts";

/** Where the records that references lead to have their pages. */
const pages: Readonly<Record<string, string>> = {
  account: "/accounts",
  contact: "/contacts",
  opportunity: "/opportunities",
  person: "/people",
  product: "/products",
};

const none = <span className="qd-none">–</span>;

export function Cell(props: { value: unknown; column: ListColumn; timeZone: string }): ReactNode {
  const { value, column, timeZone } = props;
  if (value === null || value === undefined || value === "") return none;
  if (isReference(value)) return <Referred id={value.id} name={value.name} leadsTo={column.leadsTo} />;
  if (isMoney(value)) return <Amount amount={value.amount} currency={value.currency} whole />;
  switch (column.kind) {
    case "day":
      return <Day day={String(value)} />;
    case "moment":
      return <span className="qd-number">{formatInstant(String(value), timeZone)}</span>;
    case "rate":
      return <Percent rate={Number(value)} />;
    case "number":
      return <span className="qd-number">{formatCount(Number(value))}</span>;
    case "flag":
      return value === true ? "Yes" : "No";
    case "choice":
      return column.options?.find((one) => one.value === value)?.label ?? String(value);
    default: {
      const text = column.id === "country" ? countryName(String(value)) : String(value);
      return <span title={text}>{text}</span>;
    }
  }
}

/** Leads to a record by the browser's own means: a list has hundreds of these in sight, and they come and go quickly. */
function Referred({ id, name, leadsTo }: { id: string; name: string; leadsTo: string | undefined }) {
  const navigate = useNavigate();
  const page = leadsTo === undefined ? undefined : pages[leadsTo];
  if (page === undefined) return <span title={name}>{name}</span>;
  const path = `${page}/${id}`;
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate({ to: path as "/" });
  };
  // Another tab shows the same day; it is looked up here and not by every cell at every change of the address.
  const keepDay = (event: PointerEvent<HTMLAnchorElement>) => {
    event.currentTarget.href = carryShownDay(path);
  };
  return (
    <a
      href={path}
      className="qd-cell-link"
      tabIndex={-1}
      title={name}
      onPointerDown={keepDay}
      onClick={press}
    >
      {name}
    </a>
  );
}
