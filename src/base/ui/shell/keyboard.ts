/** Keys that work everywhere, except where somebody is typing. */
import { useEffect, useRef } from "react";
import { takeBackLast } from "../toast.tsx";

/** What is pressed ("?", "[", "g p") and what it does. */
export type Keys = Record<string, () => void>;

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest("[role=dialog]") !== null)
  );
}

/** Listens for single keys and for two-key paths that begin with "g"; and for Ctrl-Z, which takes back what was done last. */
export function useKeys(keys: Keys): void {
  const known = useRef(keys);
  known.current = keys;
  useEffect(() => {
    let path = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (typing(event.target)) return;
      if ((event.metaKey || event.ctrlKey) && event.key === "z" && !event.shiftKey) {
        if (takeBackLast()) event.preventDefault();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const pressed = path === "" ? event.key : `${path} ${event.key}`;
      path = "";
      clearTimeout(timer);
      const act = known.current[pressed];
      if (act) {
        event.preventDefault();
        act();
      } else if (event.key === "g") {
        path = "g";
        timer = setTimeout(() => {
          path = "";
        }, 1200);
      }
    };
    window.addEventListener("keydown", press);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", press);
    };
  }, []);
}
