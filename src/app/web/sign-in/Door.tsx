/** The frame of the pages by which one comes in: nothing of the company is on them. */
import type { ReactNode } from "react";
import "./sign-in.css";

export function Door({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <main className="qd-door">
      <div className="qd-door-card">
        <div className="qd-door-head">
          <img src="/quarterdeck.svg" alt="" width={36} height={36} />
          <h1>{title}</h1>
        </div>
        {children}
        {note ? <div className="qd-door-note">{note}</div> : null}
      </div>
    </main>
  );
}
