/** One part with its name, in one of its states. */
import type { ReactNode } from "react";

export function Shown(props: { name: string; children: ReactNode; wide?: boolean }) {
  return (
    <figure className="qd-shown" data-wide={props.wide || undefined}>
      <figcaption>{props.name}</figcaption>
      <div>{props.children}</div>
    </figure>
  );
}
