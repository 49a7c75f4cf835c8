/** Tells what became of a change in a list: what was changed, with the way back, and what was refused and why. */
import { CallRefused } from "#base/contract";
import { counted, tell, tellFailed } from "#base/ui";
import type { CellsChanged } from "../contract.ts";

export function tellChanged(
  results: CellsChanged["rows"],
  called: { readonly one: string; readonly many: string },
  undo: (() => Promise<unknown>) | undefined,
): void {
  const cells = results.reduce((sum, { changed }) => sum + changed.length, 0);
  const refusals = results.flatMap((row) => row.refusals);
  const [first] = refusals;
  if (first) {
    const others = refusals.length - 1;
    const detail = others > 0 ? `${first.message} And ${counted(others, "value")} more.` : first.message;
    tellFailed(new CallRefused({ type: "about:blank", title: "Refused", status: 422, detail }));
  }
  if (cells === 0) return;
  const rows = results.filter(({ changed }) => changed.length > 0).length;
  tell(
    cells === 1
      ? "Changed."
      : `Changed ${counted(cells, "value")} of ${counted(rows, called.one, called.many)}.`,
    undo,
  );
}
