/** Every call that a program can make: what it takes, what it gives, and a place to try it on the company at hand. */
import { useMemo } from "react";
import { askOpenApi } from "#base/contract";
import { Answer, counted, Empty, one, SearchField, Section, useAddress, useAsk } from "#base/ui";
import { Settings } from "../settings/Settings.tsx";
import "./api.css";
import { Method } from "./Method.tsx";
import { OperationShown } from "./OperationShown.tsx";
import { type Operation, operationsFound, operationsOf } from "./operations.ts";

export default function ApiPage() {
  const asked = useAsk(askOpenApi, {});
  const [search, change] = useAddress();
  const wanted = one(search, "call", undefined);
  const typed = one(search, "find", "") ?? "";
  const operations = useMemo(() => operationsOf(asked.data ?? {}), [asked.data]);
  const found = operationsFound(operations, typed);
  const shown = operations.find((operation) => operation.name === wanted) ?? null;
  return (
    <Settings
      title="API"
      finding={
        <>
          {asked.data
            ? `${counted(operations.length, "call")} that a program can make, described by an `
            : ""}
          <a className="qd-link" href="/api/openapi.json" target="_blank" rel="noreferrer">
            OpenAPI 3.1 document
          </a>
          . What this app does goes through them too.
        </>
      }
      main={
        <Answer of={asked}>
          {() => (
            <div className="qd-api">
              <nav aria-label="Calls" className="qd-api-calls">
                <SearchField
                  label="Method, address or words"
                  value={typed}
                  width={270}
                  onChange={(text) => change({ find: text === "" ? undefined : text }, { replace: true })}
                />
                <Calls
                  operations={found}
                  shown={shown}
                  onChoose={({ name }) => change({ call: name }, { replace: true })}
                />
              </nav>
              <div className="qd-api-call">
                {shown ? <OperationShown key={shown.name} operation={shown} /> : <HowToCall />}
              </div>
            </div>
          )}
        </Answer>
      }
    />
  );
}

function Calls(props: {
  operations: readonly Operation[];
  shown: Operation | null;
  onChoose: (operation: Operation) => void;
}) {
  const groups = Map.groupBy(props.operations, (one) => one.group);
  if (groups.size === 0) return <Empty title="No call has these words" />;
  return (
    <div className="qd-api-list">
      {[...groups].map(([group, own]) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {own.map((operation) => (
              <li key={operation.name}>
                <button
                  type="button"
                  aria-current={operation === props.shown || undefined}
                  title={operation.summary}
                  onClick={() => props.onChoose(operation)}
                >
                  <Method method={operation.method} />
                  <span>{operation.path.replace(/^\/api/, "")}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What holds for every call, shown until one is chosen. */
function HowToCall() {
  return (
    <Section title="How a program calls">
      <ul className="qd-api-rules">
        <li>
          <strong>Who calls.</strong> A program on this machine shows the token of the running server:{" "}
          <code>QUARTERDECK_TOKEN=$(bin/quarterdeck token)</code>, then the header{" "}
          <code>authorization: Bearer $QUARTERDECK_TOKEN</code>. It changes with each start.
        </li>
        <li>
          <strong>Which company.</strong> The header <code>quarterdeck-workspace</code> names it.
        </li>
        <li>
          <strong>Nothing twice.</strong> Every POST has an <code>idempotency-key</code>; the same key gives
          the same answer, and does it once.
        </li>
        <li>
          <strong>Nothing overwritten.</strong> A change says in <code>if-match</code> which version it was
          made from; where somebody was faster the answer is 412 with the present version.
        </li>
        <li>
          <strong>Many at once.</strong> <code>POST …/many</code> takes up to 1,000 rows, each answered by
          itself.
        </li>
        <li>
          <strong>Pages.</strong> Lists give a <code>nextCursor</code>; send it as <code>cursor</code> for
          what follows.
        </li>
        <li>
          <strong>Refusals</strong> are problem documents (RFC 9457): what happened in <code>detail</code>,
          what to do in <code>fix</code>, and which <code>fields</code> were at fault.
        </li>
      </ul>
    </Section>
  );
}
