/** A page for somebody who lacks the right to what is on it: what is not shown, why, and who can change that. */
import type { Problem } from "../contract.ts";
import { problemOf } from "./connection.tsx";
import { Page, Section } from "./Page.tsx";
import { Empty } from "./States.tsx";

/** Why an answer was denied, or null where it was not. */
export function denialOf({ error }: { error: unknown }): Problem | null {
  if (!error) return null;
  const problem = problemOf(error);
  return problem.status === 403 ? problem : null;
}

export function Denied(props: { title: string; what: string; problem: Problem }) {
  return (
    <Page
      title={props.title}
      main={
        <Section label={props.title}>
          <Empty title={props.what}>
            {props.problem.detail} {props.problem.fix}
          </Empty>
        </Section>
      }
    />
  );
}
