import { describe, expect, test } from "vitest";
import { auditKinds } from "#base/kernel";
import { sentenceOf, type ToldEvent } from "./sentence.ts";

const event = (kind: string, over: Partial<ToldEvent> = {}): ToldEvent => ({
  ...{ actor: "Dana Reyes", kind, outcome: "done", subject: null, detail: {} },
  ...over,
});
const about = (noun: string, name: string | null = null, id: string | null = "1") => ({
  subject: { noun, id, name },
});

describe("an event reads", () => {
  test.each<[string, ToldEvent]>([
    ["Dana Reyes signed in", event("signed in")],
    ["Dana Reyes made the key “Warehouse”", event("key made", about("people.api_key", "Warehouse"))],
    ["Dana Reyes ended a key", event("key ended", about("people.api_key"))],
    ["Dana Reyes ended all other sessions", event("session ended", about("session", null, null))],
    [
      "Dana Reyes exported 1,204 opportunities as CSV",
      event("export", { ...about("opportunity"), detail: { rows: 1204, format: "CSV", filtered: false } }),
    ],
    [
      "Dana Reyes exported 1 account, filtered, as Excel",
      event("export", { ...about("account"), detail: { rows: 1, format: "Excel", filtered: true } }),
    ],
    [
      "Dana Reyes changed the workspace “Northwind”: fiscal and time zone",
      event("workspace changed", {
        ...about("base.workspace", "Northwind"),
        detail: { fields: ["fiscal", "timeZone"] },
      }),
    ],
    [
      "Dana Reyes was denied “Makes a key”, 30 times more within a minute",
      event("denied", { outcome: "refused", detail: { asked: "Makes a key", times: 30 } }),
    ],
    [
      "Dana Reyes was refused other things, once within a minute",
      event("denied", { outcome: "refused", detail: { various: true, times: 1 } }),
    ],
    [
      "Dana Reyes took a backup of the whole record, which failed",
      event("backup taken", { outcome: "failed" }),
    ],
    ["Dana Reyes started an import", event("import started", about("crm.import"))],
    ["Dana Reyes opened a workspace", event("workspace opened")],
    ["Dana Reyes invited somebody to a seat", event("seat invited", about("people.seat"))],
    ["Dana Reyes did something that this program does not know (moon landed)", event("moon landed")],
  ])("%s", (words, told) => {
    expect(sentenceOf(told)).toBe(words);
  });

  test("a name with a sign of replacement in it as it stands", () => {
    expect(sentenceOf(event("key made", about("people.api_key", "$& $1 {what}")))).toBe(
      "Dana Reyes made the key “$& $1 {what}”",
    );
  });

  test("without anything left open, whatever its kind", () => {
    for (const kind of Object.keys(auditKinds)) {
      expect(sentenceOf(event(kind))).not.toMatch(/[{}]|undefined|null/);
      expect(sentenceOf(event(kind, about("moon", "Name")))).not.toMatch(/[{}]|undefined/);
    }
  });
});
