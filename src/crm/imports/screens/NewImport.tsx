/** The chosen files, the company they go to, and the way to have them looked at. */

import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { counted, Failed, Section, useDo, useSend, useWorkspace } from "#base/ui";
import { createImport, putImportFile } from "../contract.ts";
import { CompanyChoice } from "./CompanyChoice.tsx";
import { sizeWord } from "./import-words.ts";
import { type Pending, setPending } from "./pending-files.ts";

export function NewImport({ pending, onMade }: { pending: Pending; onMade: (id: string) => void }) {
  const { sample, name } = useWorkspace();
  const { upload, sent, busy, failure } = useUpload(pending, onMade);
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
          <span className="qd-dim">They go to {name}. Nothing is written yet.</span>
        </div>
      )}
      {busy ? (
        <Progress
          mt="sm"
          value={(sent / pending.files.length) * 100}
          aria-label={`${sent} of ${pending.files.length} files sent`}
        />
      ) : null}
      {failure ? <Failed failure={failure} retry={upload} /> : null}
    </Section>
  );
}

/** Opens an import and gives it the files, one after the other. */
function useUpload(pending: Pending, onMade: (id: string) => void) {
  const create = useDo(createImport);
  const send = useSend(putImportFile);
  const [sent, setSent] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const upload = async () => {
    setBusy(true);
    setFailure(null);
    setSent(0);
    try {
      const made = await create.mutateAsync({ body: { label: pending.label.slice(0, 200) } });
      for (const file of pending.files) {
        await send.mutateAsync({ input: { params: { id: made.id, name: file.name } }, file });
        setSent((count) => count + 1);
      }
      setPending(null);
      onMade(made.id);
    } catch (refused) {
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return { upload, sent, busy, failure };
}
