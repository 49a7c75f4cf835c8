/** Commands of the palette: what fits what was typed, the best first. */
import type { ReactNode } from "react";

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Other words under which somebody may look for it. */
  readonly also?: string;
}
export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

/** How well a command fits: 0 its label begins so, 1 a word of it does, 2 it is inside, 3 only the words are; null: not. */
export function fitOf({ label, also = "" }: Pick<Command, "label" | "also">, typed: string): number | null {
  const wanted = typed.trim().toLowerCase();
  const name = label.toLowerCase();
  if (name.startsWith(wanted)) return 0;
  if (` ${name}`.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted)) return 2;
  const all = `${name} ${also.toLowerCase()}`;
  return wanted.split(/\s+/).every((word) => all.includes(word)) ? 3 : null;
}

/** The groups with the commands that fit, each from the best; the group with the best command first. Nothing typed: all. */
export function fitting(groups: readonly CommandGroup[], typed: string, most = 8): CommandGroup[] {
  if (typed.trim() === "") return groups.filter((group) => group.commands.length > 0);
  return groups
    .map((group) => {
      const fits = group.commands
        .map((command) => ({ command, fit: fitOf(command, typed) }))
        .filter((one): one is { command: Command; fit: number } => one.fit !== null)
        .toSorted((a, b) => a.fit - b.fit);
      return {
        label: group.label,
        best: fits[0]?.fit ?? 9,
        commands: fits.slice(0, most).map((one) => one.command),
      };
    })
    .filter((group) => group.commands.length > 0)
    .toSorted((a, b) => a.best - b.best);
}
