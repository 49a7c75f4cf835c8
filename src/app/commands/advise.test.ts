/** Advice by the command line: without a server, a workspace or a data directory. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { AdviceOut } from "#improve/contract";
import { adviseCommand } from "./advise.ts";
import { type Io, readGiven, wordsOf } from "./command.ts";

const directory = mkdtempSync(join(tmpdir(), "quarterdeck-advise-"));
const data = join(directory, "data");
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What the command puts out. */
async function run(...words: string[]): Promise<string> {
  const out: string[] = [];
  const io = {
    ...{ out: (text: string) => out.push(text), say: () => undefined },
    ...{ place: { directory: data, url: null }, environment: {} },
  } as unknown as Io;
  await adviseCommand.run(readGiven(adviseCommand, words), io);
  return out.join("\n");
}

function fileWith(text: string): string {
  const path = join(directory, "answers.json");
  writeFileSync(path, text);
  return path;
}
const refusalOf = (...words: string[]) =>
  run(...words).then(
    () => "nothing was refused",
    (problem: unknown) => wordsOf(problem),
  );

test("the questions that it prints are answers as they stand, and none of them is left out", async () => {
  const printed = await run("--questions");
  const unanswered = JSON.parse(await run("--answers", fileWith(printed), "--json")) as AdviceOut;
  expect(unanswered.inputs.map(({ key }) => key)).toEqual(Object.keys(JSON.parse(printed)));
  expect(unanswered.inputs.every(({ origin }) => origin === "assumed")).toBe(true);
  const filled = printed.replace(/("sellers": \{[^}]*"answer": )null/, "$1 64");
  const advice = JSON.parse(await run("--answers", fileWith(filled), "--json")) as AdviceOut;
  expect(advice.inputs.find(({ key }) => key === "sellers")).toMatchObject({ value: 64, origin: "answered" });
  expect(existsSync(data)).toBe(false);
});

test("text says the same as JSON: the recommendation, each option's share, every input", async () => {
  const path = fileWith('{ "sellers": 35, "challenge": "several" }');
  const advice = JSON.parse(await run("--answers", path, "--json")) as AdviceOut;
  const text = await run("--answers", path);
  expect(text.split("\n")[0]).toBe(`${advice.label} (${advice.verdict})`);
  for (const { label, share } of advice.ranking)
    expect(text).toMatch(new RegExp(`^${label}.* ${Math.round(share * 100)} % `, "m"));
  const lines = text.split("\n");
  for (const { key, valueInWords, origin } of advice.inputs) {
    const [line = ""] = lines.filter((one) => one.startsWith(`${key} `));
    expect(line.split(/ {2,}/).slice(0, 3)).toEqual([key, valueInWords, origin]);
  }
  expect(await run("--answers", path, "--short")).not.toContain("What it rests on");
});

test("what cannot be taken is named with its fix", async () => {
  expect(await refusalOf("--answers", fileWith('{ "selers": 12, "growth": 25 }'))).toBe(
    [
      "2 answers cannot be taken.",
      "  selers: is no question. Did you mean sellers?",
      "  growth: lies between -0.5 and 3 (rate, 0.25 is 25 %), and 25 does not.",
      "Correct what is named, or leave it out: what is not answered is assumed, visibly.",
    ].join("\n"),
  );
  expect(await refusalOf("--answers", join(directory, "none.json"))).toContain("advise --questions >");
  expect(await refusalOf("--answers", fileWith("sellers: 12"))).toContain("is no JSON");
  expect(await refusalOf("--answers", fileWith("[12]"))).toContain("holds no answers");
  expect(await refusalOf()).toContain("advise needs --answers FILE");
  expect(await refusalOf("--questions", "--answers", "x")).toContain("stands alone");
});
