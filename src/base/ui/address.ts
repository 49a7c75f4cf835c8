/** Page state lives in the address: what is on screen can be sent to a colleague and comes back with Back. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export type Search = Record<string, string | string[]>;

/** "?by=region&where=a&where=b" → { by: "region", where: ["a", "b"] }; nothing is guessed into numbers. */
export function readSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

/** The inverse of {@link readSearch}; empty and missing values leave no trace. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") query.append(name, String(one));
    }
  }
  const text = query
    .toString()
    .replaceAll("%3D", "=")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%28", "(")
    .replaceAll("%29", ")");
  return text === "" ? "" : `?${text}`;
}

/** One value of the address, or the fallback where it is absent. */
export function one<F extends string | undefined>(search: Search, name: string, fallback: F): string | F {
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? fallback;
}

/** All values of a name in the address. */
export function all(search: Search, name: string): string[] {
  const value = search[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export type Patch = Record<string, string | string[] | undefined>;

/** The address's search part and a way to change some of it; with `replace` the step leaves no entry for Back. */
export function useAddress(): [Search, (patch: Patch, options?: { replace?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Patch, options?: { replace?: boolean }) => {
      void navigate({
        to: ".",
        search: ((before: Search) => ({ ...before, ...patch })) as never,
        replace: options?.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}

/** The day that the whole company is shown as of; undefined means today. */
export function useAsOf(): string | undefined {
  const search = useSearch({ strict: false }) as Search;
  const day = one(search, "asOf", undefined);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** An address with the day that is shown at this moment, for what leads away by the browser's own means. */
export function carryShownDay(path: string): string {
  const day = new URLSearchParams(window.location.search).get("asOf");
  return day === null ? path : `${path}${writeSearch({ asOf: day })}`;
}
