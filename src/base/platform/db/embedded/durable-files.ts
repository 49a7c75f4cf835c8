import * as fs from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

interface OpenFile {
  readonly node: object;
  /** The descriptor in this process; directories have none. */
  readonly nfd?: number;
}
interface NodeFiles {
  realPath(node: object): string;
  readonly stream_ops: { fsync?: (file: OpenFile) => number };
}

/** EIO in WASI's numbering: PostgreSQL stops rather than go on with a log that it could not sync. */
const inputOutputError = 29;

/** Makes a directory's entries (created, renamed and removed files) survive a power cut. */
export function syncDirectory(directory: string): void {
  // Windows opens no directories as files; its file system keeps a journal of names.
  if (process.platform === "win32") return;
  const descriptor = fs.openSync(directory, "r");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Files of the embedded database that really reach the disk. As shipped, the file system of PGlite has no sync
 * operation at all: PostgreSQL asks, nothing happens, and a power cut can take acknowledged transactions.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...given);
    const addSync = (module: object) => {
      const files = (module as { NODEFS: NodeFiles }).NODEFS;
      files.stream_ops.fsync = (file) => {
        try {
          if (file.nfd === undefined) syncDirectory(files.realPath(file.node));
          else fs.fdatasyncSync(file.nfd);
          return 0;
        } catch {
          return inputOutputError;
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

/** Syncs every file and directory below `directory`, for files that were written without it (initdb, a restore). */
export function syncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) {
      const descriptor = fs.openSync(path, "r+");
      try {
        fs.fsyncSync(descriptor);
      } finally {
        fs.closeSync(descriptor);
      }
    }
  }
  syncDirectory(directory);
}
