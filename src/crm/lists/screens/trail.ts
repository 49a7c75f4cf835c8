/** The list that somebody looked at last, so that a record's own page leads on to its neighbours there. */
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useAsk, useWorkspace } from "#base/ui";
import { getListOutline } from "../contract.ts";
import type { ListRow, ListSpec, PageQuestion } from "./list-spec.ts";
import { type ListState, pageSize } from "./use-list.ts";

type Question = Omit<PageQuestion, "limit" | "cursor">;
interface Trail {
  readonly question: Question;
  /** A record whose place in the list is known already. */
  readonly known?: { readonly id: string; readonly place: number };
}

const nameOf = (workspaceId: string, noun: string) => `quarterdeck.trail.${workspaceId}.${noun}`;

/** Keeps the trail as long as the window is open. */
function keep(name: string, trail: Trail): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(trail));
  } catch {
    // Without a store the page simply leads to no neighbours.
  }
}
function kept(name: string): Trail | null {
  try {
    const text = sessionStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as Trail);
  } catch {
    return null;
  }
}

/** Called by a list: this is the one that records are opened from now. */
export function useLeavesTrail<T extends ListRow>(
  spec: ListSpec<T>,
  list: ListState<T>,
  opened: { readonly id: string | undefined; readonly place: number | null },
): void {
  const name = nameOf(useWorkspace().id, spec.noun);
  const { question } = list;
  const { id, place } = opened;
  useEffect(() => {
    const known = id !== undefined && place !== null ? { known: { id, place } } : {};
    keep(name, { question, ...known });
  }, [name, question, id, place]);
}

export interface Neighbours {
  /** The record's place in the list, from 0, and how many the list has. */
  readonly place: number;
  readonly count: number;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** The neighbours of a record in the list that was looked at last; null where there is none, or the record is not in it. */
export function useNeighbours<T extends ListRow>(spec: ListSpec<T>, id: string): Neighbours | null {
  const navigate = useNavigate();
  const name = nameOf(useWorkspace().id, spec.noun);
  const [trail, setTrail] = useState(() => kept(name));
  const question = trail?.question;
  const known = trail?.known?.id === id ? trail.known.place : null;
  const params = { noun: spec.noun };
  const outline = useAsk(getListOutline, { params, query: question ?? {} }, { enabled: Boolean(question) });
  const found = useAsk(
    getListOutline,
    { params, query: { ...question, find: id } },
    { enabled: Boolean(question) && known === null, keep: false },
  );
  const place = known ?? found.data?.place ?? null;
  const { count = 0, marks = [] } = outline.data ?? {};
  const places = place === null || question === undefined ? [] : [place - 1, place, place + 1];
  const pages = spec.usePages(
    places.flatMap((at) => {
      const page = Math.floor(at / pageSize);
      const cursor = page === 0 ? null : marks[page - 1];
      if (question === undefined || at < 0 || at >= count || cursor === undefined) return [];
      return [{ ...question, limit: pageSize, ...(cursor === null ? {} : { cursor }) }];
    }),
  );
  const go = useCallback(
    (to: string, at: number) => {
      if (question === undefined) return;
      const next = { question, known: { id: to, place: at } };
      keep(name, next);
      setTrail(next);
      // Back leads to the list, and not through every record that was looked at.
      void navigate({ to: spec.hrefOf(to) as "/", replace: true });
    },
    [name, question, navigate, spec],
  );
  if (place === null) return null;
  const asked = places.filter((at) => at >= 0 && at < count);
  const rowAt = (at: number) => pages[asked.indexOf(at)]?.data?.items[at % pageSize];
  const wayTo = (at: number) => {
    const row = rowAt(at);
    return row === undefined ? undefined : () => go(row.id, at);
  };
  // What was done to the record may have taken it out of the list: then the next one stands in its place.
  const here = rowAt(place);
  const gone = here !== undefined && here.id !== id;
  return { place, count, previous: wayTo(place - 1), next: wayTo(gone ? place : place + 1) };
}
