import { expect, test } from "vitest";
import type { Clock } from "../../kernel/index.ts";
import { countRefusals, DISTINCT_A_MINUTE, type HeardRefusal } from "./refusal-count.ts";
import { chain, entry } from "./trial.fixture.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");

function counting() {
  let now = start;
  const clock: Clock = { now: () => now };
  const written: HeardRefusal["event"][] = [];
  const count = countRefusals(clock, async ({ event }) => void written.push(event));
  return { count, written, pass: (seconds: number) => (now = now.add({ seconds })) };
}

const refusal = (caller: string, endpoint: string): HeardRefusal => ({
  author: { workspaceId: chain, authorId: null, author: caller, source: "app" },
  caller,
  event: entry({ kind: "denied", outcome: "refused", endpoint, detail: { status: 403 } }),
});

test("the first of identical refusals is written at once, the others as one event when the minute is over", async () => {
  const { count, written, pass } = counting();
  for (let n = 0; n < 5_000; n += 1) await count.hear(refusal("rep", "POST /api/keys"));
  expect(written).toMatchObject([{ endpoint: "POST /api/keys", detail: { status: 403 } }]);
  pass(59);
  await count.hear(refusal("rep", "POST /api/keys"));
  expect(written).toHaveLength(1);
  pass(1);
  await count.hear(refusal("rep", "POST /api/keys"));
  expect(written.slice(1)).toMatchObject([
    { detail: { status: 403, times: 5_000, seconds: 60 }, requestId: null },
    { detail: { status: 403 } },
  ]);
});

test("a caller who tries everything is written of at a bounded rate, and does not hide another", async () => {
  const { count, written } = counting();
  for (let n = 0; n < 10_000; n += 1) await count.hear(refusal("somebody unknown", `GET /api/${n}`));
  expect(written).toHaveLength(DISTINCT_A_MINUTE);
  await count.hear(refusal("rep", "POST /api/keys"));
  expect(written).toHaveLength(DISTINCT_A_MINUTE + 1);
  await count.settle();
  expect(written.slice(DISTINCT_A_MINUTE + 1)).toMatchObject([
    { endpoint: null, subject: null, detail: { various: true, times: 10_000 - DISTINCT_A_MINUTE } },
  ]);
});

test("what was refused once leaves no second event", async () => {
  const { count, written, pass } = counting();
  await count.hear(refusal("rep", "POST /api/keys"));
  pass(61);
  await count.settle();
  await count.settle();
  expect(written).toHaveLength(1);
});
