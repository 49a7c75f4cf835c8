/** The chosen files, the company they go to, and the way to have them looked at. */

import { Button, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { counted, Failed, formatCount, Section, useDo, useSend, useWorkspace } from "#base/ui";
import { cancelImport, createImport, putImportFile } from "../contract.ts";
import { CompanyChoice } from "./CompanyChoice.tsx";
import { sizeWord } from "./import-words.ts";
import { type Pending, setPending } from "./pending-files.ts";
import { BrokenOff, sendingOf } from "./sending.ts";

export function NewImport({ pending, onMade }: { pending: Pending; onMade: (id: string) => void }) {
  const { sample, name } = useWorkspace();
  const { upload, sent, busy, failure, stop } = useUpload(pending, onMade);
  return (
    <Section
      title={`${counted(pending.files.length, "file")} to import`}
      side={
        <Button size="xs" variant="subtle" color="gray" disabled={busy} onClick={() => setPending(null)}>
          Leave them
        </Button>
      }
    >
      <ul className="qd-files">
        {pending.files.map((file) => (
          <li key={file.webkitRelativePath || file.name}>
            {file.name} <span className="qd-faint">{sizeWord(file.size)}</span>
          </li>
        ))}
      </ul>
      {sample ? (
        <CompanyChoice />
      ) : (
        <div className="qd-import-go">
          <Button size="xs" loading={busy} onClick={() => void upload()}>
            Look at the files
          </Button>
          {busy ? (
            <Button size="xs" variant="default" onClick={stop}>
              Stop sending
            </Button>
          ) : null}
          <span className="qd-dim">They go to {name}. Nothing is written yet.</span>
        </div>
      )}
      {busy ? <SentSoFar pending={pending} sent={sent} /> : null}
      {failure ? <Failed failure={failure} retry={upload} /> : null}
    </Section>
  );
}

/** Opens an import and gives it the files, one after the other; what was opened is discarded when that is stopped. */
function useUpload(pending: Pending, onMade: (id: string) => void) {
  const create = useDo(createImport);
  const discard = useDo(cancelImport);
  const send = useSend(putImportFile);
  const [sent, setSent] = useState<Sent>({ files: 0, bytes: 0 });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const stopping = useRef(new AbortController());
  useWarnBeforeLeaving(busy);
  const upload = async () => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    let made: string | null = null;
    setBusy(true);
    setFailure(null);
    setSent({ files: 0, bytes: 0 });
    try {
      const { id } = await create.mutateAsync({ body: { label: pending.label.slice(0, 200) } });
      made = id;
      let before = 0;
      for (const [files, file] of pending.files.entries()) {
        const onSent = (bytes: number) => setSent({ files, bytes: before + Math.min(bytes, file.size) });
        const input = { params: { id, name: file.name } };
        await send.mutateAsync({ input, file, by: sendingOf(file, { onSent, signal }) });
        before += file.size;
        setSent({ files: files + 1, bytes: before });
      }
      setPending(null);
      onMade(id);
    } catch (refused) {
      if (refused instanceof BrokenOff) {
        if (made !== null) discard.mutate({ params: { id: made }, body: undefined });
      } else setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return { upload, sent, busy, failure, stop: () => stopping.current.abort() };
}

interface Sent {
  readonly files: number;
  readonly bytes: number;
}

/** The browser asks before a page is left on which files are on their way. */
function useWarnBeforeLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [busy]);
}

/** How much of the files is on the machine, in bytes as in files. */
function SentSoFar({ pending, sent }: { pending: Pending; sent: Sent }) {
  const whole = pending.files.reduce((sum, file) => sum + file.size, 0);
  const text = `${sizeWord(sent.bytes)} of ${sizeWord(whole)}, ${formatCount(sent.files)} of ${counted(pending.files.length, "file")}`;
  return (
    <>
      <Progress mt="sm" value={whole === 0 ? 0 : (sent.bytes / whole) * 100} aria-label={`Sent: ${text}`} />
      <p className="qd-dim" role="status">
        Sent {text}. Stay on this page until all of it is there.
      </p>
    </>
  );
}
