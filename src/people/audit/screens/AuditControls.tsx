/** Narrows the events: what they are about, how they went, between which days, and what stands in them. */
import { Button, Select } from "@mantine/core";
import { useEffect, useState } from "react";
import { auditGroups } from "#base/kernel";
import { DayField, headline, Presets, SearchField } from "#base/ui";
import { useAuditQuery } from "./use-audit-query.ts";

const outcomes = [
  { value: "all", label: "All" },
  { value: "refused", label: "Refused" },
  { value: "failed", label: "Failed" },
] as const;

/** How long nothing was typed before it is asked for. */
const restMs = 300;

export function AuditControls() {
  const { query, narrowed, change } = useAuditQuery();
  const [text, setText] = useState(query.text ?? "");
  const asked = query.text ?? "";
  useEffect(() => {
    if (text === asked) return undefined;
    const timer = setTimeout(() => change({ text: text || undefined }, { replace: true }), restMs);
    return () => clearTimeout(timer);
  }, [text, asked, change]);
  const clear = () => {
    setText("");
    change({ about: undefined, outcome: undefined, from: undefined, to: undefined, text: undefined });
  };
  return (
    <search className="qd-audit-controls" aria-label="Which events">
      <Select
        label="About"
        placeholder="Everything"
        clearable
        clearButtonProps={{ "aria-label": "Clear: About" }}
        w={170}
        data={auditGroups.map((group) => ({ value: group, label: headline(group) }))}
        value={query.group ?? null}
        onChange={(group) => change({ about: group ?? undefined })}
      />
      <div className="qd-audit-days">
        <DayField
          label="From"
          clearable
          value={query.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
          {...(query.to ? { max: query.to } : {})}
        />
        <DayField
          label="To"
          clearable
          value={query.to ?? null}
          onChange={(to) => change({ to: to ?? undefined })}
          {...(query.from ? { min: query.from } : {})}
        />
      </div>
      <Presets
        label="How it went"
        choices={outcomes}
        value={query.outcome === "refused" || query.outcome === "failed" ? query.outcome : "all"}
        onChange={(outcome) => change({ outcome: outcome === "all" ? undefined : outcome })}
      />
      <SearchField label="Name, address, call or id" value={text} onChange={setText} />
      {narrowed ? (
        <Button variant="subtle" size="xs" onClick={clear}>
          Show all
        </Button>
      ) : null}
    </search>
  );
}
