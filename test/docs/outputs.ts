/** Blocks of the documentation that show a call of the command line with what it puts out. */
import type { Page } from "./pages.ts";
import { examplesOf } from "./usage.ts";

export interface Shown {
  readonly path: string;
  readonly call: string;
  readonly words: readonly string[];
  readonly output: string;
}

/** Every block "console" whose first line is a call; what follows is its output to the last line. */
export function shownOutputs(pages: readonly Page[]): Shown[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(/^```console\n\$ (bin\/quarterdeck .*)\n([\s\S]*?)\n```$/gm)].map((match) => {
      const call = match[1] ?? "";
      const [example] = examplesOf({ path, text: `\`\`\`sh\n${call}\n\`\`\`` });
      return { path, call, words: example?.words ?? [], output: match[2] ?? "" };
    }),
  );
}
