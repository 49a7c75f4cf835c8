/** The record that is open beside its list: in the address, with the one before and the one after it. */
import { useEffect, useState } from "react";
import { one, useAddress, useAsk } from "#base/ui";
import { getListOutline } from "../contract.ts";
import type { ListRow, ListSpec } from "./list-spec.ts";
import type { ListState } from "./use-list.ts";

export interface OpenRecord<T> {
  readonly id: string | undefined;
  /** Where it stands in the list; null while that is not known, or where the filter leaves it out. */
  readonly place: number | null;
  readonly open: (row: T, place: number) => void;
  readonly close: () => void;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

export function useOpenRecord<T extends ListRow>(spec: ListSpec<T>, list: ListState<T>): OpenRecord<T> {
  const [search, change] = useAddress();
  const id = one(search, "open", undefined);
  const question = JSON.stringify(list.question);
  const [known, setKnown] = useState<{ id: string; place: number; question: string } | null>(null);
  const [going, setGoing] = useState<number | null>(null);
  const isKnown = known !== null && known.id === id && known.question === question;
  // An address that somebody was sent, or another order: the list itself says where the record stands.
  const asked = useAsk(
    getListOutline,
    { params: { noun: spec.noun }, query: { ...list.question, ...(id ? { find: id } : {}) } },
    { enabled: id !== undefined && !isKnown, keep: false },
  );
  const place = isKnown ? known.place : (asked.data?.place ?? null);
  const total = list.outline?.count ?? 0;
  const show = (row: T, at: number) => {
    setKnown({ id: row.id, place: at, question });
    change({ open: row.id }, { replace: id !== undefined });
  };
  const wanted = going === null ? undefined : list.rowAt(going);
  useEffect(() => {
    if (going === null || wanted === undefined) return;
    setGoing(null);
    setKnown({ id: wanted.id, place: going, question });
    change({ open: wanted.id }, { replace: true });
  }, [going, wanted, question, change]);
  /** Goes to a neighbour; where its page is still on its way, as soon as it has come. */
  const goTo = (at: number) =>
    place === null || at < 0 || at >= total
      ? undefined
      : () => {
          const row = list.rowAt(at);
          if (row) return show(row, at);
          const line = list.layout.indexOf(at);
          if (line !== null) list.onSight(line, line);
          setGoing(at);
        };
  return {
    id,
    place,
    open: show,
    close: () => change({ open: undefined }),
    previous: place === null ? undefined : goTo(place - 1),
    next: place === null ? undefined : goTo(place + 1),
  };
}
