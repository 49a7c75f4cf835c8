/** A record to choose, and each seat with whether it sees the record and why. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { Answer, counted, Tag, useAddress, useAsk } from "#base/ui";
import { getSeenBy, searchRecords, seenNouns } from "#crm/contract";

type Noun = (typeof seenNouns)[number];
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
        clearButtonProps={{ "aria-label": "Clear: Record" }}
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
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
              <ul className="qd-why" tabIndex={0} aria-label={`Who sees ${told.name}`}>
                {told.items.map((one) => (
                  <li key={one.person.id}>
                    <span>{one.person.name}</span>
                    <span className="qd-why-because">{one.because}</span>
                    <span>
                      <Tag tone={one.sees ? "good" : "neutral"}>{one.sees ? "sees it" : "does not"}</Tag>
                    </span>
                  </li>
                ))}
              </ul>
            ) : null}
            {told.note ? <p className="qd-faint">{told.note}</p> : null}
          </>
        );
      }}
    </Answer>
  );
}
