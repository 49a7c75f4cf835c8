/** Import: drop files, see what will become of them, start, follow, and look at what came of it. */

import { Button } from "@mantine/core";
import { one, Page, useAddress } from "#base/ui";
import { DropArea } from "./DropArea.tsx";
import { ImportRun } from "./ImportRun.tsx";
import { NewImport } from "./NewImport.tsx";
import { PastImports } from "./PastImports.tsx";
import { usePending } from "./pending-files.ts";

export default function ImportPage() {
  const [search, change] = useAddress();
  const pending = usePending();
  const run = one(search, "run", undefined);
  if (run && !pending) {
    return (
      <Page
        title="Import"
        finding="What is written is kept with its history; the same files again change nothing."
        actions={
          <Button size="xs" variant="default" onClick={() => change({ run: undefined })}>
            All imports
          </Button>
        }
        main={<ImportRun key={run} id={run} />}
      />
    );
  }
  return (
    <Page
      title="Import"
      finding="Bring in what your CRM knows, its history included."
      main={pending ? <NewImport pending={pending} onMade={(id) => change({ run: id })} /> : <DropArea />}
      table={<PastImports onOpen={(id) => change({ run: id })} />}
    />
  );
}
