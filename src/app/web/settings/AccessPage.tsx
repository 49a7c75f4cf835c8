/** Who and what comes in: the keys of programs, and the sessions of browsers; each can be ended at once. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, counted, Section, SideForm, useAsk } from "#base/ui";
import { getKeys, getSessions } from "#people/contract";
import { KeyForm } from "./KeyForm.tsx";
import { KeyTable } from "./KeyTable.tsx";
import { EndOthers, SessionTable } from "./SessionTable.tsx";
import { Settings } from "./Settings.tsx";

export default function AccessPage() {
  const keys = useAsk(getKeys, {});
  const sessions = useAsk(getSessions, {});
  const [making, setMaking] = useState(false);
  const working = (keys.data?.items ?? []).filter((key) => key.over === null);
  const open = sessions.data?.items ?? [];
  return (
    <Settings
      title="Keys and sessions"
      finding={
        keys.data && sessions.data
          ? `${counted(working.length, "key")} that ${working.length === 1 ? "works" : "work"}, ${counted(open.length, "session")} open. What is ended here is refused on its next request.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
          Make a key
        </Button>
      }
      table={
        <>
          <Section flush title="Keys of programs">
            <Answer of={keys}>{(data) => <KeyTable keys={data.items} />}</Answer>
          </Section>
          <Section flush title="Open sessions" side={<EndOthers sessions={open} />}>
            <Answer of={sessions}>{(data) => <SessionTable sessions={data.items} />}</Answer>
          </Section>
          <SideForm
            opened={making}
            onClose={() => setMaking(false)}
            title="Make a key"
            note="A program shows it with each call. It opens this workspace only, and can neither configure it nor make keys."
          >
            {making ? <KeyForm onDone={() => setMaking(false)} /> : null}
          </SideForm>
        </>
      }
    />
  );
}
