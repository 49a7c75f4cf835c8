/** Ctrl Z takes back what was changed last in the list, except where somebody is typing. */
import { useEffect, useRef } from "react";

export function useUndoKey(undo: (() => Promise<void>) | undefined): void {
  const known = useRef(undo);
  known.current = undo;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (typing || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.key !== "z") return;
      if (!known.current) return;
      event.preventDefault();
      void known.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
