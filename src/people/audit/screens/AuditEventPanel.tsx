/** One event beside the log: everything that is known of it, and what it changed of its record. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Answer, formatInstant, headline, SidePanel, Tag, useAsk, useWorkspace } from "#base/ui";
import { type AuditEventOut, getAuditChanges } from "../contract.ts";
import { keyOf, useAuditEvents } from "./AuditTable.tsx";
import { throughWords } from "./through-words.ts";
import { useAuditQuery } from "./use-audit-query.ts";

export function AuditEventPanel() {
  const { opened, change } = useAuditQuery();
  const pages = useAuditEvents().data?.pages ?? [];
  const event = pages.flatMap(({ items }) => items).find((one) => keyOf(one) === opened);
  const { timeZone } = useWorkspace();
  if (event === undefined) return null;
  return (
    <SidePanel
      key={opened}
      label="Event"
      title={event.words}
      note={formatInstant(event.at, timeZone)}
      onClose={() => change({ open: undefined })}
    >
      <div className="qd-audit-known">
        <Facts event={event} />
        <Changes event={event} />
      </div>
    </SidePanel>
  );
}

/** What a role is called in the log: its key in words. */
const roleWords = (role: string): string => headline(role.replaceAll("-", " "));

function Facts({ event }: { event: AuditEventOut }) {
  const { subject, detail, outcome } = event;
  const said = Object.entries(detail).filter(([name]) => !["asked", "times", "various"].includes(name));
  return (
    <dl className="qd-facts">
      <Fact name="Outcome">{outcome === "done" ? "Done" : <Tag tone="attention">{outcome}</Tag>}</Fact>
      <Fact name="Who">
        {event.personId ? <PersonLink id={event.personId} name={event.actor} /> : event.actor}
      </Fact>
      <Fact name="Access role">{event.accessRole && roleWords(event.accessRole)}</Fact>
      <Fact name="Through">{throughWords(event.source)}</Fact>
      <Fact name="From">{event.address}</Fact>
      <Fact name="Call">{event.endpoint && <code>{event.endpoint}</code>}</Fact>
      <Fact name="About">{subject && (subject.name ?? subject.noun)}</Fact>
      <Fact name="Its id">{subject?.id && <code>{subject.id}</code>}</Fact>
      <Fact name="Key">{event.keyId && <code>{event.keyId}</code>}</Fact>
      {said.map(([name, value]) => (
        <Fact key={name} name={headline(name)}>
          {Array.isArray(value)
            ? value.join(", ")
            : typeof value === "boolean"
              ? value
                ? "Yes"
                : "No"
              : String(value)}
        </Fact>
      ))}
      <Fact name="Request">{event.requestId && <code>{event.requestId}</code>}</Fact>
      <Fact name="Event">{`${event.no} of the ${event.chain === "workspace" ? "company" : "installation"}`}</Fact>
      <Fact name="Hash">
        <code>{event.hash}</code>
      </Fact>
      <Fact name="Before it">
        <code>{event.previousHash}</code>
      </Fact>
    </dl>
  );
}

/** A fact with its name; one that is not known is left out. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === "") return null;
  return (
    <div className="qd-audit-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const PersonLink = ({ id, name }: { id: string; name: string }) => (
  <Link to={"/people/$id" as "/"} params={{ id } as never}>
    {name}
  </Link>
);

function Changes({ event }: { event: AuditEventOut }) {
  const { chain, no } = event;
  const asked = useAsk(getAuditChanges, { params: { chain, no } }, { keep: false });
  if (event.subject?.id == null || event.outcome !== "done" || asked.data?.items.length === 0) return null;
  return (
    <>
      <h3 className="qd-audit-title">What it changed</h3>
      <Answer of={asked}>
        {({ items }) => (
          <dl className="qd-facts">
            {items.map(({ field, before, after }) => (
              <Fact key={field} name={headline(field.replaceAll("_", " "))}>
                {before === "" ? null : <del>{before}</del>} {after === "" ? "nothing" : after}
              </Fact>
            ))}
          </dl>
        )}
      </Answer>
    </>
  );
}
