/** The records that an import made or changed, each to be opened. */

import { NativeSelect, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Answer, type Column, DataTable, formatCount, Section, useAsk, useAskPages } from "#base/ui";
import { getImportRecords, getImportTouched } from "../contract.ts";
import { nounWord } from "./import-words.ts";

/** Where a record of a noun is shown by itself. */
const pages: Readonly<Record<string, string>> = {
  "crm.opportunity": "/opportunities/$id",
  "crm.account": "/accounts/$id",
};
/** Nouns first that people look for; parts of others are no records to be opened. */
const order = [
  "crm.opportunity",
  "crm.account",
  "crm.contact",
  "people.person",
  "crm.product",
  "crm.activity",
  "people.team",
  "crm.pipeline",
  "crm.stage",
  "crm.custom_field",
] as const;
type Noun = (typeof order)[number];
type Action = "created" | "changed";

export function TouchedRecords({ id }: { id: string }) {
  const asked = useAsk(getImportTouched, { params: { id } });
  const [noun, setNoun] = useState<Noun | null>(null);
  const [action, setAction] = useState<Action>("created");
  const touched = new Map((asked.data?.items ?? []).map((one) => [one.noun, one]));
  const nouns = order.filter((one) => touched.has(one));
  const shown = noun ?? nouns[0];
  if (shown === undefined) return null;
  const { created = 0, changed = 0 } = touched.get(shown) ?? {};
  const kind: Action = action === "changed" && changed > 0 ? "changed" : created > 0 ? "created" : "changed";
  return (
    <Section
      flush
      title="The records"
      side={
        <div className="qd-import-go">
          <NativeSelect
            size="xs"
            aria-label="Which records"
            value={shown}
            onChange={(event) => setNoun(event.currentTarget.value as Noun)}
            data={nouns.map((one) => ({ value: one, label: nounWord(one) }))}
          />
          {created > 0 && changed > 0 ? (
            <SegmentedControl
              size="xs"
              aria-label="What the import did with them"
              value={kind}
              onChange={(next) => setAction(next as Action)}
              data={[
                { value: "created", label: `${formatCount(created)} new` },
                { value: "changed", label: `${formatCount(changed)} changed` },
              ]}
            />
          ) : (
            <span className="qd-dim">
              {created > 0 ? `${formatCount(created)} new` : `${formatCount(changed)} changed`}
            </span>
          )}
        </div>
      }
    >
      <Listed key={`${shown} ${kind}`} id={id} noun={shown} action={kind} />
    </Section>
  );
}

interface Touched {
  readonly id: string;
  readonly name: string;
  readonly isThere: boolean;
}

function Listed({ id, noun, action }: { id: string; noun: Noun; action: Action }) {
  const found = useAskPages(
    getImportRecords,
    (after: string | undefined) => ({
      params: { id },
      query: { noun, action, limit: 200, ...(after ? { after } : {}) },
    }),
    (page) => page.next,
  );
  const page = pages[noun];
  const columns: Column<Touched>[] = [
    {
      id: "name",
      header: nounWord(noun),
      cell: (one) =>
        page === undefined || !one.isThere ? (
          one.name || "–"
        ) : (
          <Link to={page as "/"} params={{ id: one.id } as never} className="qd-record-link">
            {one.name || "–"}
          </Link>
        ),
    },
    {
      id: "there",
      header: "Since then",
      width: 130,
      cell: (one) => <span className="qd-faint">{one.isThere ? "–" : "removed"}</span>,
    },
  ];
  return (
    <Answer of={found}>
      {(data) => (
        <DataTable
          label={`${nounWord(noun)} of this import`}
          columns={columns}
          rows={data.pages.flatMap((one) => one.items)}
          rowKey={(one) => one.id}
          maxHeight="320px"
          onEnd={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
        />
      )}
    </Answer>
  );
}
