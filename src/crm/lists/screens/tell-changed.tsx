/** Tells what became of a change in a list, with a way to take it back. */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { counted } from "#base/ui";
import type { CellsChanged } from "../contract.ts";

export function tellChanged(
  results: CellsChanged["rows"],
  called: { readonly one: string; readonly many: string },
  undo: (() => void) | undefined,
): void {
  const cells = results.reduce((sum, { changed }) => sum + changed.length, 0);
  const refusals = results.flatMap((row) => row.refusals);
  const [first] = refusals;
  if (first) {
    notifications.show({
      color: "red",
      title: refusals.length === 1 ? "Not changed" : `${refusals.length} values are not changed`,
      message: first.message,
      autoClose: 8000,
    });
  }
  if (cells === 0) return;
  const id = "cells-changed";
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: 7000,
    message: (
      <span className="qd-told">
        {cells === 1
          ? "Changed."
          : `${counted(cells, "value")} of ${counted(results.length, called.one, called.many)} changed.`}
        {undo ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            Undo
          </Button>
        ) : null}
      </span>
    ),
  });
}
