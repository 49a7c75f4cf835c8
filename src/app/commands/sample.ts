/** `quarterdeck sample`: the sample company in a workspace of its own, as large as wanted. */
import { Refusal } from "#base/kernel";
import { readHolder } from "#base/platform";
import { loadSampleCompany } from "../first-start.ts";
import { openQuarterdeck } from "../opening.ts";
import { type Command, WrongUsage } from "./command.ts";

export const sample: Command = {
  name: "sample",
  operands: "",
  summary: "Loads the sample company into a new workspace of its own",
  flags: [
    { name: "size", value: "N", help: "How many opportunities it has; 2400 when left out, up to 1000000" },
  ],
  examples: ["quarterdeck sample", "quarterdeck sample --size 100000"],
  async run(given, io) {
    const size = given.text("size") === undefined ? undefined : Number(given.text("size"));
    if (size !== undefined && !(Number.isInteger(size) && size >= 1 && size <= 1_000_000)) {
      throw new WrongUsage("--size is a whole number from 1 to 1000000.");
    }
    if (readHolder(io.place.directory)?.address) {
      throw new Refusal("unavailable", "Quarterdeck is running on these data.", {
        fix: "Stop it, load the sample, and start it again.",
      });
    }
    const opened = await openQuarterdeck(io.place, "loading the sample company", () => undefined);
    try {
      await loadSampleCompany(opened.services, io.say, size);
    } finally {
      await opened.close();
    }
  },
};
