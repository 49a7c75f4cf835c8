/** Takes files that are dropped on any page, and leads to the import. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { pendingFromDrop, setPending } from "./pending-files.ts";

export function DropAnywhere() {
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void pendingFromDrop(event.dataTransfer).then((found) => {
        if (!found) return;
        setPending(found);
        void navigate({ to: "/import" as "/", search: {} as never });
      });
    };
    const events = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, listener] of Object.entries(events))
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(events))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [navigate]);
  if (!over) return null;
  return (
    <div className="qd-drop-over" role="status">
      <p>Drop the files of your CRM's export here</p>
    </div>
  );
}
