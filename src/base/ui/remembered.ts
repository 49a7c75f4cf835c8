/** What this browser remembers for its person: small choices that no figure depends on. */
import { useCallback, useSyncExternalStore } from "react";
import { useWorkspace } from "./workspace.tsx";

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
};

/** Reads what stands under a name; null where nothing does, or where the browser keeps nothing. */
export function readRemembered<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a value under a name, or forgets it with null. A browser that keeps nothing forgets at once. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden store is no reason to fail: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

const textOf = (name: string) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** A choice of this browser, the same in all its windows. `usual` holds until something is chosen. */
export function useRemembered<T>(name: string, usual: T): [T, (value: T | null) => void] {
  const text = useSyncExternalStore(listen, () => textOf(name));
  const keep = useCallback((value: T | null) => remember(name, value), [name]);
  const value = text === null ? usual : (readRemembered<T>(name) ?? usual);
  return [value, keep];
}

/** The same for one company: what is chosen in another stays there. */
export function useRememberedHere<T>(name: string, usual: T): [T, (value: T | null) => void] {
  const { id } = useWorkspace();
  return useRemembered(`quarterdeck.${name}.${id}`, usual);
}
