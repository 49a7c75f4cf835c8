/** The filters of the list of opportunities; all of them live in the address. */

import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { one, useAddress, useAsk } from "#base/ui";
import { getPeople } from "#people/contract";
import { getPipelines } from "../verb-contract.ts";

export function OpportunityFilters() {
  const [search, change] = useAddress();
  const [text, setText] = useState(one(search, "search", ""));
  const ask = useDebouncedCallback(
    (wanted: string) => change({ search: wanted || undefined }, { replace: true }),
    250,
  );
  return (
    <>
      <TextInput
        size="xs"
        w={220}
        aria-label="Name of the opportunity or its account"
        placeholder="Opportunity or account"
        leftSection={<IconSearch size={14} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label="Status"
        value={one(search, "status", "open")}
        onChange={(status) => change({ status: status === "open" ? undefined : status })}
        data={[
          { value: "open", label: "Open" },
          { value: "won", label: "Won" },
          { value: "lost", label: "Lost" },
          { value: "all", label: "All" },
        ]}
      />
      <StageFilter />
      <PersonFilter />
    </>
  );
}

function StageFilter() {
  const [search, change] = useAddress();
  const pipelines = useAsk(getPipelines, {});
  const data = (pipelines.data?.items ?? []).map((pipeline) => ({
    group: pipeline.name,
    items: [
      { value: `p:${pipeline.id}`, label: `All of ${pipeline.name}` },
      ...pipeline.stages.map((stage) => ({ value: `s:${stage.id}`, label: stage.name })),
    ],
  }));
  const stageId = one(search, "stageId", undefined);
  const pipelineId = one(search, "pipelineId", undefined);
  return (
    <Select
      size="xs"
      w={180}
      clearable
      searchable
      aria-label="Pipeline or stage"
      placeholder="Any stage"
      data={data}
      value={stageId ? `s:${stageId}` : pipelineId ? `p:${pipelineId}` : null}
      onChange={(chosen) => {
        const [kind, id] = chosen?.split(":") ?? [];
        change({ stageId: kind === "s" ? id : undefined, pipelineId: kind === "p" ? id : undefined });
      }}
    />
  );
}

function PersonFilter() {
  const [search, change] = useAddress();
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text, 200);
  const people = useAsk(getPeople, { query: { limit: 100, ...(wanted ? { search: wanted } : {}) } });
  return (
    <Select
      size="xs"
      w={180}
      clearable
      searchable
      aria-label="Person"
      placeholder="Anybody"
      data={(people.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
      value={one(search, "ownerId", undefined) ?? null}
      onChange={(ownerId) => change({ ownerId: ownerId ?? undefined })}
      onSearchChange={setText}
    />
  );
}
