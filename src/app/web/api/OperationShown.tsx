/** One call: what it takes and gives, filled in and sent from here. */
import { Button, CopyButton, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Section, useWorkspace } from "#base/ui";
import { Method } from "./Method.tsx";
import { addressOf, curlOf, type Filled, headersOf, type Operation, type Parameter } from "./operations.ts";
import { exampleOf, outlineOf } from "./schema-text.ts";

interface Came {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
}

export function OperationShown({ operation }: { operation: Operation }) {
  const { id } = useWorkspace();
  const [filled, setFilled] = useState<Filled>(() => begun(operation));
  const [came, setCame] = useState<Came | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    setCame(await sent(operation, filled, id));
    setSending(false);
    // The next one is another request, not the same one again.
    if (operation.method === "POST") setFilled((now) => ({ ...now, values: withNewKey(now.values) }));
  };
  return (
    <>
      <Section
        title={
          <>
            <Method method={operation.method} /> <code>{operation.path}</code>
          </>
        }
        label={operation.name}
        side={
          <CopyButton value={curlOf(operation, filled, window.location.origin, id)}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? "Copied" : "Copy as curl"}
              </Button>
            )}
          </CopyButton>
        }
      >
        <p>{operation.summary}</p>
        <FillIn
          operation={operation}
          filled={filled}
          isSending={isSending}
          onFill={setFilled}
          onSend={() => void send()}
        />
      </Section>
      {came ? <AnswerShown came={came} /> : null}
      <Shapes operation={operation} />
    </>
  );
}

/** What is sent: a field for each parameter, and the body. */
function FillIn(props: {
  operation: Operation;
  filled: Filled;
  isSending: boolean;
  onFill: (filled: Filled) => void;
  onSend: () => void;
}) {
  const { operation, filled, onFill } = props;
  const set = (name: string, value: string) =>
    onFill({ ...filled, values: { ...filled.values, [name]: value } });
  return (
    <form
      className="qd-api-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
    >
      {operation.parameters.map((one) => (
        <Given
          key={`${one.in} ${one.name}`}
          parameter={one}
          value={filled.values[`${one.in} ${one.name}`] ?? ""}
          onChange={(value) => set(`${one.in} ${one.name}`, value)}
        />
      ))}
      {operation.body === null ? null : (
        <Textarea
          label="Body, as JSON"
          autosize
          minRows={3}
          maxRows={18}
          spellCheck={false}
          classNames={{ input: "qd-api-code" }}
          value={filled.body}
          onChange={(event) => onFill({ ...filled, body: event.currentTarget.value })}
        />
      )}
      {operation.takesFile ? (
        <p className="qd-dim">This call takes the bytes of a file, which is sent from a terminal.</p>
      ) : (
        <div className="qd-api-send">
          <Button type="submit" size="xs" loading={props.isSending}>
            Send
          </Button>
          <span className="qd-dim">
            {operation.method === "GET"
              ? "It changes nothing."
              : "It is done for real, in the company at hand, with its history."}
          </span>
        </div>
      )}
    </form>
  );
}

function Given(props: { parameter: Parameter; value: string; onChange: (value: string) => void }) {
  const { name, required, description, schema } = props.parameter;
  const kind = outlineOf(schema);
  return (
    <TextInput
      size="xs"
      label={name}
      required={required}
      description={
        description === "" ? `${headlineOf(props.parameter)}: ${kind}` : `${description} (${kind})`
      }
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

const headlineOf = ({ in: place }: Parameter): string =>
  ({ path: "Part of the address", query: "Question", header: "Header" })[place];

function AnswerShown({ came }: { came: Came }) {
  const told = (
    <span className="qd-dim" role="status">
      Status {came.status}, after {Math.round(came.ms)} ms
    </span>
  );
  return (
    <Section title="Answer" side={told}>
      <Outline label="The answer" text={came.text === "" ? "(nothing)" : came.text} />
    </Section>
  );
}

function Shapes({ operation: { body, answer, status } }: { operation: Operation }) {
  return (
    <div className="qd-columns">
      {body === null ? null : (
        <Section title="Takes">
          <Outline label="What it takes" text={outlineOf(body)} />
        </Section>
      )}
      <Section title={`Gives, with ${status}`}>
        <Outline label="What it gives" text={answer === null ? "A file, or nothing." : outlineOf(answer)} />
      </Section>
    </div>
  );
}

function Outline({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-api-code" tabIndex={0} aria-label={label}>
      {text}
    </section>
  );
}

/** What a call begins with: its defaults, a new key, the least body that fits. */
function begun({ parameters, body }: Operation): Filled {
  const values = Object.fromEntries(
    parameters.flatMap((one) =>
      one.name === "idempotency-key" ? [[`header ${one.name}`, crypto.randomUUID() as string]] : [],
    ),
  );
  return { values, body: body === null ? "" : JSON.stringify(exampleOf(body), null, 2) };
}

const withNewKey = (values: Filled["values"]): Filled["values"] => ({
  ...values,
  "header idempotency-key": crypto.randomUUID(),
});

const mostShown = 100_000;

async function sent(operation: Operation, filled: Filled, workspaceId: string): Promise<Came> {
  const started = performance.now();
  try {
    const answer = await fetch(addressOf(operation, filled), {
      method: operation.method,
      headers: headersOf(operation, filled, workspaceId),
      body: operation.body === null ? null : filled.body,
      credentials: "same-origin",
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("content-type") ?? "");
    const shown = isJson && text !== "" ? JSON.stringify(JSON.parse(text), null, 2) : text;
    const cut = shown.length > mostShown ? `${shown.slice(0, mostShown)}\n… and more` : shown;
    return { status: answer.status, ms: performance.now() - started, text: cut };
  } catch {
    return { status: 0, ms: performance.now() - started, text: "Quarterdeck does not answer." };
  }
}
