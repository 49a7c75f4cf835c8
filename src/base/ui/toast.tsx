/** Says in passing what was done, with the way back where there is one. */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { problemOf } from "./connection.tsx";

type Undo = () => Promise<unknown>;

/** How long it stays: long enough to be read, and longer where it can be taken back. */
const shownMs = { told: 3500, undoable: 10_000, failed: 12_000 };

let newest: { id: string; undo: Undo } | null = null;
let count = 0;

/** Tells what was done, as a sentence in the past. With `undo` it can be taken back for ten seconds, also by Ctrl-Z. */
export function tell(message: string, undo?: Undo): void {
  count += 1;
  const id = `told-${count}`;
  if (undo) newest = { id, undo };
  notifications.show({
    id,
    message: undo ? <Undoable message={message} onUndo={() => takeBack(id, undo)} /> : message,
    autoClose: undo ? shownMs.undoable : shownMs.told,
    withBorder: true,
    onClose: () => {
      if (newest?.id === id) newest = null;
    },
  });
}

/** Tells that something did not work, in the server's words. */
export function tellFailed(failure: unknown): void {
  const { detail, fix } = problemOf(failure);
  notifications.show({
    message: [detail, fix].filter(Boolean).join(" "),
    color: "red",
    withBorder: true,
    autoClose: shownMs.failed,
  });
}

/** Takes back what was told last, if it still can be. Says whether there was something. */
export function takeBackLast(): boolean {
  if (newest === null) return false;
  void takeBack(newest.id, newest.undo);
  return true;
}

async function takeBack(id: string, undo: Undo): Promise<void> {
  if (newest?.id === id) newest = null;
  notifications.hide(id);
  try {
    await undo();
    tell("Taken back.");
  } catch (failure) {
    tellFailed(failure);
  }
}

function Undoable({ message, onUndo }: { message: string; onUndo: () => void }) {
  return (
    <span className="qd-told">
      <span>{message}</span>
      <Button size="compact-xs" variant="light" onClick={onUndo}>
        Undo
      </Button>
    </span>
  );
}
