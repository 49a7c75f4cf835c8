/** Every command of the command line, in the order of its help. */
import { adviseCommand } from "./advise.ts";
import { measure, measures, pipeline, waterfall } from "./ask.ts";
import { audit } from "./audit.ts";
import { backup, checkBackupCommand, move } from "./backup.ts";
import type { Command } from "./command.ts";
import { completionFor } from "./completion.ts";
import { doctor } from "./doctor.ts";
import { importCommand } from "./import.ts";
import { imports, rejects } from "./imports.ts";
import { restore, snapshot } from "./keep.ts";
import { sample } from "./sample.ts";
import { link, serve, token } from "./serve.ts";
import { undoImportCommand } from "./undo-import.ts";
import { workspace } from "./workspace.ts";

const working: readonly Command[] = [
  serve,
  link,
  token,
  importCommand,
  imports,
  rejects,
  undoImportCommand,
  pipeline,
  waterfall,
  measure,
  measures,
  adviseCommand,
  sample,
  workspace,
  audit,
  backup,
  checkBackupCommand,
  restore,
  move,
  snapshot,
  doctor,
];
export const commands: readonly Command[] = [...working, completionFor(working)];
