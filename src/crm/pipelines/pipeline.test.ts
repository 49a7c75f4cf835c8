import { describe, expect, test } from "vitest";
import { aStageThatIsStoodOnKeepsItsMeaning, aStageThatIsStoodOnStays } from "./pipeline.ts";

describe("a stage at which opportunities stand", () => {
  test.each([
    [0, null],
    [1, "One opportunity stands at “Proposal”: move it to another stage first."],
    [12, "12 opportunities stand at “Proposal”: move them to another stage first."],
  ])("with %d of them, taking it away gives the reason %s", (standing, reason) => {
    expect(aStageThatIsStoodOnStays("Proposal", standing)).toBe(reason);
  });

  test("keeps its meaning as long as anybody stands there", () => {
    const signed = { name: "Signed", outcome: "won" } as const;
    expect(aStageThatIsStoodOnKeepsItsMeaning(signed, "won", 3)).toBeNull();
    expect(aStageThatIsStoodOnKeepsItsMeaning(signed, "open", 0)).toBeNull();
    expect(aStageThatIsStoodOnKeepsItsMeaning(signed, "open", 3)).toBe(
      "“Signed” means won to the 3 opportunities at it, and cannot mean open as well.",
    );
  });
});
