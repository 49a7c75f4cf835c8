/** A record to choose, and each seat with whether it sees the record and why. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { Answer, type Column, counted, DataTable, Tag, useAddress, useAsk } from "#base/ui";
import { getSeenBy, searchRecords, seenNouns } from "#crm/contract";

type Noun = (typeof seenNouns)[number];
interface Judged {
  readonly person: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly sees: boolean;
  readonly because: string;
}

const columns: readonly Column<Judged>[] = [
  { id: "who", header: "Who", value: (one) => one.person.name, width: 160 },
  {
    id: "sees",
    header: "Sees it",
    value: (one) => (one.sees ? "yes" : "no"),
    cell: (one) => <Tag tone={one.sees ? "good" : "neutral"}>{one.sees ? "yes" : "no"}</Tag>,
    width: 80,
  },
  { id: "because", header: "Why", value: (one) => one.because },
];

export function SeenByRecord({ asOf }: { asOf: string | undefined }) {
  const [address, change] = useAddress();
  const [search, setSearch] = useState("");
  const found = useAsk(
    searchRecords,
    { query: { query: search, limit: 8 } },
    { enabled: search.trim() !== "" },
  );
  const choices = (found.data?.items ?? [])
    .filter(({ noun }) => seenNouns.some((one) => one === noun))
    .map(({ noun, id, name }) => ({ value: `${noun}/${id}`, label: `${name} (${noun})` }));
  const record = typeof address.record === "string" ? address.record : null;
  const [noun, id] = record?.split("/") ?? [];
  const isKnown = seenNouns.some((one) => one === noun) && id !== undefined;
  return (
    <>
      <Select
        aria-label="Record"
        placeholder="Search an opportunity, account or contact"
        searchable
        clearable
        nothingFoundMessage={search.trim() === "" ? "Write a part of the name." : "No record of that name."}
        data={choices}
        filter={({ options }) => options}
        value={choices.some(({ value }) => value === record) ? record : null}
        onSearchChange={setSearch}
        onChange={(value) => change({ record: value ?? undefined })}
      />
      {isKnown ? <SeenBy noun={noun as Noun} id={id ?? ""} asOf={asOf} /> : null}
    </>
  );
}

function SeenBy(props: { noun: Noun; id: string; asOf: string | undefined }) {
  const { noun, id, asOf } = props;
  const asked = useAsk(getSeenBy, { params: { noun, id }, query: asOf ? { asOf } : {} });
  return (
    <Answer of={asked}>
      {(told) => {
        const seeing = told.items.filter(({ sees }) => sees).length;
        return (
          <>
            <p className="qd-who-sentence">
              {told.name} is seen by {counted(seeing, "seat")} of {told.items.length}, and by the owner of the
              installation.
            </p>
            {told.items.length > 0 ? (
              <DataTable
                label={`Who sees ${told.name}`}
                columns={columns}
                rows={told.items}
                rowKey={(one) => one.person.id}
                maxHeight="340px"
              />
            ) : null}
            {told.note ? <p className="qd-faint">{told.note}</p> : null}
          </>
        );
      }}
    </Answer>
  );
}
