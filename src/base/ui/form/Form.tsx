/** A form: fields, the reason where something was refused, and what keeps or leaves it. Nothing changed means nothing to keep. */
import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef } from "react";
import { problemOf } from "../connection.tsx";

/** What is being done with what was entered: a mutation, or anything that fails and waits like one. */
export interface Doing {
  readonly error: unknown;
  readonly isPending: boolean;
}

export function Form(props: {
  children: ReactNode;
  doing: Doing;
  onSubmit: () => void;
  /** What the button does, in a word: "Save", "Add the field". */
  verb?: string;
  /** Nothing was changed yet, so there is nothing to keep. */
  same?: boolean;
  /** Why it cannot be kept as it is now; said beside the button before anybody presses it. */
  refusal?: string | null;
  onCancel?: () => void;
  label?: string;
}) {
  const { doing } = props;
  const place = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.same && !props.refusal && !doing.isPending) props.onSubmit();
  };
  return (
    <form ref={place} className="qd-form" onSubmit={submit} aria-label={props.label} noValidate>
      {props.children}
      <Refused failure={doing.error} />
      <div className="qd-form-end">
        <Button
          type="submit"
          disabled={props.same === true || Boolean(props.refusal)}
          loading={doing.isPending}
        >
          {props.verb ?? "Save"}
        </Button>
        {props.onCancel ? (
          <Button variant="subtle" color="gray" onClick={props.onCancel}>
            Cancel
          </Button>
        ) : null}
        {props.refusal ? <span className="qd-faint">{props.refusal}</span> : null}
      </div>
    </form>
  );
}

/** Why something was refused, in the server's words, with what to do. Fields say their own part beside themselves. */
export function Refused({ failure }: { failure: unknown }) {
  if (!failure) return null;
  const { detail, fix, status } = problemOf(failure);
  return (
    <p className="qd-refused" role="alert">
      {detail} {status === 412 ? "Somebody changed it meanwhile: look at it again." : fix}
    </p>
  );
}

/** What the server said of a field, to stand beside it; undefined where it said nothing. */
export function fieldError(failure: unknown, field: string): string | undefined {
  if (!failure) return undefined;
  return problemOf(failure).fields?.find((one) => one.field === field)?.message;
}
