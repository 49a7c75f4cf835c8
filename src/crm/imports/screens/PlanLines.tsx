/** Which lines of a file are what: the one that names the columns, and whether all under it are rows. */

import { Checkbox, NativeSelect } from "@mantine/core";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { type Correct, correctedHeader, correctedLines, linesSaid } from "./plan-options.ts";

interface Lines {
  file: ImportPlanOut["files"][number];
  options: ImportOptionsIn;
  onAnswer: Correct | undefined;
}

export function PlanLines({ file, options, onAnswer }: Lines) {
  const { header, everyLine } = linesSaid(options, file.file);
  const { headerLine, lines } = file.top;
  if (lines.length < 2) return null;
  const chosen = header ?? headerLine;
  return (
    <div className="qd-plan-lines">
      <NativeSelect
        size="xs"
        label={`The line of ${file.file} that names the columns`}
        disabled={onAnswer === undefined}
        value={chosen === null ? "" : String(chosen)}
        onChange={(event) => {
          const line = Number(event.currentTarget.value);
          if (line > 0) onAnswer?.(correctedHeader(options, file.file, line));
        }}
        data={[
          ...(chosen === null ? [{ value: "", label: "None: the first line is a row" }] : []),
          ...lines.map(({ line, text }) => ({ value: String(line), label: `${line}: ${text}` })),
        ]}
      />
      <Checkbox
        size="xs"
        disabled={onAnswer === undefined}
        checked={everyLine}
        onChange={(event) => onAnswer?.(correctedLines(options, file.file, event.currentTarget.checked))}
        label="Every line under it is a row"
        description="also what looks like a total, a title or a note"
      />
    </div>
  );
}
