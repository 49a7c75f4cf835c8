/** `quarterdeck workspace [NAME]`: the workspaces of this installation, and a new one. */
import { Refusal } from "#base/kernel";
import { getWorkspaces, openWorkspace, type WorkspaceOut } from "#people/contract";
import { type Command, jsonFlag, WrongUsage } from "./command.ts";
import { connectToAll } from "./connection.ts";
import { table } from "./print.ts";

const months = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

export const workspace: Command = {
  name: "workspace",
  operands: "[NAME]",
  summary: "Lists the workspaces; with a name, opens a new and empty one",
  flags: [
    {
      name: "currency",
      value: "CODE",
      help: "The currency of its totals, for example EUR; USD when left out",
    },
    {
      name: "time-zone",
      value: "ZONE",
      help: "Decides when a day ends, for example Europe/Berlin; UTC when left out",
    },
    {
      name: "fiscal-start",
      value: "MONTH",
      help: "The month in which its fiscal year starts; january when left out",
    },
    jsonFlag,
  ],
  examples: [
    "quarterdeck workspace",
    'quarterdeck workspace "Pier & Sons" --currency EUR --time-zone Europe/Berlin --fiscal-start april',
  ],
  async run(given, io) {
    const [name] = given.operands;
    const details = ["currency", "time-zone", "fiscal-start"].filter(
      (flag) => given.text(flag) !== undefined,
    );
    if (name === undefined && details.length > 0)
      throw new WrongUsage(`--${details[0]} belongs to a new workspace: say its name.`);
    const startMonth = monthOf(given.text("fiscal-start"));
    const connection = await connectToAll(io, "the command “workspace”");
    try {
      const { items } = await connection.call(getWorkspaces, {});
      if (name === undefined) {
        if (given.is("json")) return io.out(JSON.stringify(items, null, 2));
        if (items.length === 0)
          return io.say("There is none yet: say a name to open one, or import something.");
        return io.out(table(["name", "currency", "time zone", "", "id"], items.map(rowOf), []));
      }
      if (items.some((one) => one.name.toLowerCase() === name.toLowerCase()))
        throw new Refusal("conflict", `There is a workspace “${name}” already.`, {
          fix: "Take another name, so that commands can tell them apart.",
        });
      const [from] = items;
      const opened = await connection.call(openWorkspace, {
        // A call is made from a workspace, whichever that is; the first of all is opened from none.
        ...(from !== undefined && { workspaceId: from.id }),
        body: {
          name,
          currency: (given.text("currency") ?? "USD").toUpperCase(),
          timeZone: given.text("time-zone") ?? "UTC",
          ...(startMonth === null ? {} : { fiscal: { startMonth } }),
        },
      });
      if (given.is("json")) return io.out(JSON.stringify(opened, null, 2));
      io.out(opened.id);
      io.say(`“${opened.name}” is open. Commands take --workspace "${opened.name}".`);
    } finally {
      await connection.close();
    }
  },
};

function rowOf({ name, currency, timeZone, origin, id }: WorkspaceOut): string[] {
  return [name, currency, timeZone, origin === "sample" ? "sample" : "", id];
}

/** 1 to 12, or null where nothing is said. A month is said by its name or its first three letters. */
function monthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const at = months.findIndex((month) => text.length >= 3 && month.startsWith(text.toLowerCase()));
  if (at < 0) throw new WrongUsage(`--fiscal-start is a month, such as april, not “${text}”.`);
  return at + 1;
}
