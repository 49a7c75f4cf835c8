/** The frame of a panel on a desk: what it found, or its question until that is known, and what leads on from it. */
import type { ReactNode } from "react";
import { Section } from "./Page.tsx";
import { Tag } from "./Presets.tsx";
import { useShownDay } from "./workspace.tsx";

export function Panel(props: {
  question: string;
  /** One sentence. */
  finding?: ReactNode;
  side?: ReactNode;
  flush?: boolean;
  /** It is told as of today only, whatever day is shown; it then says so. */
  today?: boolean;
  children: ReactNode;
}) {
  const { past } = useShownDay();
  const side =
    props.today && past ? (
      <div className="qd-section-side">
        <Tag tone="attention">as of today</Tag>
        {props.side}
      </div>
    ) : (
      props.side
    );
  return (
    <Section
      label={props.question}
      title={props.finding ?? props.question}
      {...(side ? { side } : {})}
      {...(props.flush ? { flush: true } : {})}
    >
      {props.children}
    </Section>
  );
}
