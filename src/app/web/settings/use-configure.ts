/** Keeps settings of the company, says so, and can take it back. */
import type { CallInput } from "#base/contract";
import { tell, useDo } from "#base/ui";
import { configureWorkspace, type WorkspaceOut } from "#people/contract";

type Given = CallInput<(typeof configureWorkspace)["shape"]>["body"];

export function useConfigure(workspace: WorkspaceOut) {
  const doing = useDo(configureWorkspace);
  return {
    doing,
    keep(body: Given) {
      doing.mutate(
        { body, ifMatch: workspace.version },
        {
          onSuccess: (kept) => {
            const { name, currency, timeZone, fiscal } = workspace;
            const before = { name, currency, timeZone, fiscal };
            tell("Saved.", () => doing.mutateAsync({ body: before, ifMatch: kept.version }));
          },
        },
      );
    },
  };
}
