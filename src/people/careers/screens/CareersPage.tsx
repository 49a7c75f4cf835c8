/** A career ladder: what shows each competence at each level, who is ready for what, and one person's way on it. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, counted, Loading, one, Page, Presets, SideForm, useAddress, useAsk } from "#base/ui";
import { type CareerOut, getLadderStandings, getLadders, type LadderOut } from "../contract.ts";
import { EvidenceForm } from "./EvidenceForm.tsx";
import { LadderTable } from "./LadderTable.tsx";
import { PathPanel } from "./PathPanel.tsx";
import { WhoIsReady } from "./WhoIsReady.tsx";

export default function CareersPage() {
  const [search, change] = useAddress();
  const ladders = useAsk(getLadders, {});
  const items = ladders.data?.items ?? [];
  const ladder = items.find(({ key }) => key === one(search, "ladder", "")) ?? items[0];
  const standings = useAsk(
    getLadderStandings,
    { params: { key: ladder?.key ?? "" } },
    { enabled: ladder !== undefined, keep: false },
  );
  const [adding, setAdding] = useState(false);
  const person = standings.data?.items.find((some) => some.person.id === one(search, "person", ""));
  const open = (id: string | undefined) => change({ person: id });
  return (
    <Page
      title="Careers"
      finding={ladder ? <Finding ladder={ladder} standings={standings.data?.items} /> : "…"}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          Put evidence on record
        </Button>
      }
      controls={
        <Presets
          label="Which ladder"
          value={ladder?.key}
          choices={items.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(key) => change({ ladder: key, person: undefined })}
        />
      }
      main={
        <Answer of={ladders} framed loading={<Loading rows={12} />}>
          {() => (ladder ? <LadderTable ladder={ladder} person={person} /> : null)}
        </Answer>
      }
      table={
        <>
          <WhoIsReady asked={standings} onOpen={open} openId={person?.person.id} />
          <SideForm
            opened={adding}
            onClose={() => setAdding(false)}
            title="What was seen"
            note="What somebody did, and which level of a competence it shows. Readiness is evidence for every competence of a level."
          >
            {adding && ladder ? (
              <EvidenceForm
                ladder={ladder}
                personId={person?.person.id ?? null}
                onDone={() => setAdding(false)}
              />
            ) : null}
          </SideForm>
        </>
      }
      panel={
        person && ladder ? (
          <PathPanel key={person.person.id} career={person} ladder={ladder} onClose={() => open(undefined)} />
        ) : null
      }
    />
  );
}

function Finding(props: { ladder: LadderOut; standings: readonly CareerOut[] | undefined }) {
  const { ladder, standings } = props;
  const ready = ladder.levels
    .map(({ key, name }) => ({
      name,
      n: standings?.filter(({ reached }) => reached?.key === key).length ?? 0,
    }))
    .filter(({ n }) => n > 0)
    .map(({ name, n }) => `${counted(n, "person has", "people have")} shown all that ${name} asks for`);
  return (
    <>
      {ladder.summary} {ready.length === 0 ? "" : `${ready.join("; ")}.`}
    </>
  );
}
