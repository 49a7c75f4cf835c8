import { expect, test } from "vitest";
import { whyPasswordIsUnfit } from "./password.ts";

const about = ["Ines Okafor", "ines.o@example-mills.com"];
const isCommon = (word: string) => word === "iloveyou12";

test.each([
  ["seven characters", "abcdefg", "at least 8"],
  ["eight characters", "vdkwqzrm", null],
  ["eight characters outside of the first plane", "𝒶𝒷𝒸𝒹𝑒𝒻𝑔𝒽", null],
  ["128 characters", "kz".repeat(64), null],
  ["129 characters", `${"kz".repeat(64)}k`, "at most 128"],
  ["spaces at both ends, which count", "  kzvw  ", null],
  ["no digit, capital or sign", "tall lantern of the harbour", null],
  ["half a character", "abcdefgh\ud800", "half a character"],
  ["one that is tried first", "iloveyou12", "tried first"],
  ["the same in capitals", "ILoveYou12", "tried first"],
  ["the holder's name", "my okafor pass", "“okafor”"],
  ["the holder's name in capitals", "OKAFOR-99-blue", "“okafor”"],
  ["a part of the address", "the-mills-turn", "“mills”"],
  ["the product's name", "Quarterdeck!77", "“quarterdeck”"],
  ["three letters of the address, which say nothing", "com-pass-rose-9", null],
])("a password with %s", (_what, password, reason) => {
  const said = whyPasswordIsUnfit(password, about, isCommon);
  if (reason === null) expect(said).toBeNull();
  else expect(said).toContain(reason);
});
