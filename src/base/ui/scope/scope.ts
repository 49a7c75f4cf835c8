/** Whose part of the company is shown: all of it, a region, a team or a person. It is kept in the address as scope=. */
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { one, useAddress } from "../address.ts";

/** From the widest to the narrowest; each is a dimension of figures as well. */
export const scopeKinds = ["region", "team", "person"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope {
  readonly kind: ScopeKind;
  readonly name: string;
}

/** "team=Atlantic Fleet" → that team; null for the company as a whole and for what is no scope. */
export function readScope(text: string | undefined): Scope | null {
  const [kind = "", ...rest] = (text ?? "").split("=");
  const name = rest.join("=");
  return name !== "" && (scopeKinds as readonly string[]).includes(kind)
    ? { kind: kind as ScopeKind, name }
    : null;
}

/** The inverse of {@link readScope}: as it stands in the address, and as a slice of figures. */
export function scopeText(scope: Scope): string {
  return `${scope.kind}=${scope.name}`;
}

/** The scope on screen, and the way to another one. */
export function useScope(): { scope: Scope | null; choose: (scope: Scope | null) => void } {
  const [search, change] = useAddress();
  const scope = readScope(one(search, "scope", undefined));
  const choose = useCallback(
    (next: Scope | null) => change({ scope: next ? scopeText(next) : undefined, open: undefined }),
    [change],
  );
  return { scope, choose };
}

// How many parts of the page follow the scope now. The header asks, so that it can say when a page does not.
let followers = 0;
const listeners = new Set<() => void>();
function follow(difference: 1 | -1): void {
  followers += difference;
  for (const listener of listeners) listener();
}

/** Says that this part of the page follows the scope, as long as it is on screen. */
export function useFollowsScope(): void {
  useEffect(() => {
    follow(1);
    return () => follow(-1);
  }, []);
}

/** Whether anything on the page follows the scope. */
export function useIsScoped(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => followers > 0,
  );
}
