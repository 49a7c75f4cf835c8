/** The events, the latest first, each as a sentence; more of them come as one reads on. */
import { Button } from "@mantine/core";
import {
  Answer,
  type Column,
  DataTable,
  Empty,
  formatCount,
  formatInstant,
  Section,
  Tag,
  TooMuch,
  useAskPages,
  useWorkspace,
} from "#base/ui";
import { type AuditEventOut, getAuditEvents } from "../contract.ts";
import { throughWords } from "./through-words.ts";
import { useAuditQuery } from "./use-audit-query.ts";

const pageSize = 100;
/** So many are read on a page; whoever wants more wants a file, or a narrower question. */
const shownMax = 1_000;

export const keyOf = ({ chain, no }: Pick<AuditEventOut, "chain" | "no">): string => `${chain}-${no}`;

export function useAuditEvents() {
  const { query } = useAuditQuery();
  return useAskPages(
    getAuditEvents,
    (cursor: string | undefined) => ({
      query: { ...query, limit: pageSize, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
}

export function AuditTable() {
  const { timeZone } = useWorkspace();
  const { narrowed, opened, change } = useAuditQuery();
  const asked = useAuditEvents();
  return (
    <Section flush label="Events">
      <Answer of={asked}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Nothing narrowed={narrowed} />;
          const full = rows.length >= shownMax && asked.hasNextPage;
          return (
            <>
              <DataTable
                label="Events of the audit log"
                columns={columnsIn(timeZone)}
                rows={rows}
                rowKey={keyOf}
                openKey={opened}
                onOpen={(event) => change({ open: keyOf(event) })}
                onEnd={() => {
                  if (!full && asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
                }}
              />
              {full ? <Full count={rows.length} /> : null}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { change } = useAuditQuery();
  if (!narrowed)
    return (
      <Empty title="Nothing has happened yet">
        Sign-ins, keys, settings, imports, exports and whatever is refused are told here from now on.
      </Empty>
    );
  const all = { about: undefined, outcome: undefined, from: undefined, to: undefined, text: undefined };
  return (
    <Empty
      title="No event is like this"
      action={
        <Button variant="default" size="xs" onClick={() => change(all)}>
          Show all
        </Button>
      }
    >
      Nothing of the kind was done or refused.
    </Empty>
  );
}

const Full = ({ count }: { count: number }) => (
  <TooMuch title={`${formatCount(count)} events are shown, and there are more.`}>
    Narrow them by days or by what they are about, or export them all.
  </TooMuch>
);

function columnsIn(timeZone: string): Column<AuditEventOut>[] {
  return [
    {
      id: "at",
      header: "When",
      width: 180,
      wideOnly: true,
      cell: (event) => formatInstant(event.at, timeZone),
    },
    {
      id: "words",
      header: "What happened",
      cell: (event) => (
        <span className="qd-audit-words">
          {event.words}
          {event.address === null ? null : <small> from {event.address}</small>}
          <small className="qd-audit-when">{formatInstant(event.at, timeZone)}</small>
        </span>
      ),
    },
    {
      id: "through",
      header: "Through",
      width: 130,
      wideOnly: true,
      cell: (event) => throughWords(event.source),
    },
    {
      id: "outcome",
      header: "",
      width: 84,
      cell: (event) =>
        event.outcome === "done" ? null : (
          <Tag tone={event.outcome === "failed" ? "bad" : "attention"}>{event.outcome}</Tag>
        ),
    },
  ];
}
