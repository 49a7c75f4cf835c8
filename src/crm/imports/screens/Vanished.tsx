/** What earlier imports of the source brought and these files no longer hold: told, and removed when that is wanted. */

import { Button } from "@mantine/core";
import { counted, Failed, Section, useDo } from "#base/ui";
import { type ImportOut, removeVanishedRecords } from "../contract.ts";
import { objectWord } from "./import-words.ts";
import { Sentences } from "./Sentences.tsx";

export function Vanished({ run, canRemove }: { run: ImportOut; canRemove: boolean }) {
  const remove = useDo(removeVanishedRecords);
  const { vanished } = run;
  if (vanished.length === 0) return null;
  const left = vanished.reduce((sum, one) => sum + (one.removed ? 0 : one.count), 0);
  const texts = vanished.map(({ object, count, removed, sample }) => {
    const more = count > sample.length ? " and others" : "";
    return `${objectWord(object)}: ${counted(count, "record")}, ${removed ? "removed" : "left as they are"}: ${sample.join(", ")}${more}`;
  });
  return (
    <Section
      title="No longer in these files"
      side={
        canRemove && left > 0 ? (
          <Button
            size="xs"
            variant="default"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: run.id }, body: undefined })}
          >
            Remove {counted(left, "record")}
          </Button>
        ) : null
      }
    >
      <p className="qd-import-sum">
        Earlier imports of this source brought them. Where an export holds only a part, they are no loss;
        removed, they come back with an undo of this import.
      </p>
      <Sentences texts={texts} />
      {remove.error ? <Failed failure={remove.error} /> : null}
    </Section>
  );
}
