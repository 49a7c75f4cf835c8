/** A way to begin, as a card: what it is, what it brings, and the button that takes it. */
import type { ReactNode } from "react";
import "./welcome.css";

export function Way(props: { icon: ReactNode; title: string; words: string; children: ReactNode }) {
  return (
    <section className="qd-way" aria-label={props.title}>
      <span className="qd-way-icon">{props.icon}</span>
      <h2>{props.title}</h2>
      <p>{props.words}</p>
      {props.children}
    </section>
  );
}
