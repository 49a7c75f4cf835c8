/** The files that somebody dropped or chose and that no import has yet. They outlive a change of page or company. */
import { useSyncExternalStore } from "react";

export interface Pending {
  /** What the import will be called: the folder, or the first file. */
  readonly label: string;
  readonly files: readonly File[];
}
let pending: Pending | null = null;
const listeners = new Set<() => void>();

export function setPending(next: Pending | null): void {
  pending = next;
  for (const listener of listeners) listener();
}

export function usePending(): Pending | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}

/** Files chosen by a file field; hidden files are left out. Null when nothing is left. */
export function pendingOf(files: readonly File[], label?: string): Pending | null {
  const seen = files.filter((file) => !file.name.startsWith("."));
  const first = seen[0];
  if (!first) return null;
  const folder = first.webkitRelativePath.split("/")[0];
  return {
    label: label || folder || (seen.length === 1 ? first.name : `${first.name} and ${seen.length - 1} more`),
    files: seen,
  };
}

/** What was dropped on the page, folders walked through. */
export async function pendingFromDrop(transfer: DataTransfer): Promise<Pending | null> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return pendingOf([...transfer.files]);
  const only = entries.length === 1 ? entries[0] : undefined;
  const files = (await Promise.all(entries.map(filesIn))).flat();
  return pendingOf(files, only?.isDirectory ? only.name : undefined);
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    ];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A reader gives a folder's entries a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}
