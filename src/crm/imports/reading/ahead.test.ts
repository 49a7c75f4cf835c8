import { expect, test } from "vitest";
import { ahead } from "./ahead.ts";

async function* numbers(upTo: number, told: string[], failsAt = -1): AsyncGenerator<number> {
  try {
    for (let at = 1; at <= upTo; at += 1) {
      if (at === failsAt) throw new Error(`No ${at}.`);
      told.push(`read ${at}`);
      yield at;
    }
  } finally {
    told.push("closed");
  }
}

test("the next item is read while the one before is worked on, in the same order", async () => {
  const told: string[] = [];
  for await (const number of ahead(numbers(3, told))) {
    await Promise.resolve();
    told.push(`worked on ${number}`);
  }
  expect(told).toEqual(["read 1", "read 2", "worked on 1", "read 3", "worked on 2", "closed", "worked on 3"]);
});

test("what goes wrong in reading is thrown after the items before it", async () => {
  const worked: number[] = [];
  const work = async () => {
    for await (const number of ahead(numbers(3, [], 3))) worked.push(number);
  };
  await expect(work()).rejects.toThrow("No 3.");
  expect(worked).toEqual([1, 2]);
});

test("who stops early closes what is read from", async () => {
  const told: string[] = [];
  for await (const number of ahead(numbers(9, told))) if (number === 2) break;
  expect(told.at(-1)).toBe("closed");
});
