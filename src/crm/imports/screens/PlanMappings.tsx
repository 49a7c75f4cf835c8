/** Mappings that were made once: used again where they fit, and kept under a name. */

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Failed, formatInstant, Section, useAsk, useDo, useWorkspace } from "#base/ui";
import {
  type FittingMapping,
  getFittingMappings,
  type ImportOut,
  type ImportPlanOut,
  nameImportMapping,
} from "../contract.ts";
import type { Correct } from "./plan-options.ts";

/** Offers what was said before of files with the same columns. */
export function UseMapping({
  run,
  plan,
  onAnswer,
}: {
  run: Pick<ImportOut, "id">;
  plan: ImportPlanOut;
  onAnswer: Correct;
}) {
  const { timeZone } = useWorkspace();
  const asked = useAsk(getFittingMappings, { params: { id: run.id } });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="You mapped files with these columns before">
      <ul className="qd-mappings">
        {items.map((one) => (
          <li key={one.importId}>
            <span>
              <strong>{one.name ?? one.label}</strong>{" "}
              <span className="qd-dim">{toldOf(one, plan.files.length, timeZone)}</span>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Use the mapping ${one.name ?? one.label}`}
              onClick={() => onAnswer(one.options)}
            >
              Use it
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function toldOf(one: FittingMapping, files: number, timeZone: string): string {
  const kept = one.name === null ? "used" : "kept";
  return `fits ${one.fits} of ${files} files, ${kept} by ${one.by}, ${formatInstant(one.at, timeZone)}`;
}

/** Keeps the mapping of an import under a name, or forgets it. */
export function KeepMapping({ run }: { run: ImportOut }) {
  const keep = useDo(nameImportMapping);
  const [name, setName] = useState(run.savedAs?.name ?? "");
  const params = { id: run.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") keep.mutate({ params, body: { name } });
  };
  return (
    <Section title="Keep this mapping">
      <form className="qd-import-go" onSubmit={submit}>
        <TextInput
          size="xs"
          w={260}
          label="Name"
          description="It is offered again for files with the same columns"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          type="submit"
          disabled={name.trim() === ""}
          loading={keep.isPending}
        >
          Keep it
        </Button>
        {run.savedAs === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              setName("");
              keep.mutate({ params, body: { name: "" } });
            }}
          >
            Forget it
          </Button>
        )}
        <span className="qd-dim" role="status">
          {run.savedAs === null ? "" : `Kept as “${run.savedAs.name}” by ${run.savedAs.by}.`}
        </span>
      </form>
      {keep.error ? <Failed failure={keep.error} /> : null}
    </Section>
  );
}
