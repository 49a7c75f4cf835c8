import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SEALING_FILE, seal, unseal } from "./sealing-actions.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "quarterdeck-sealing-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const secret = Buffer.from("12345678901234567890");

describe("what is sealed", () => {
  test("opens in its place, and its text holds nothing of it", () => {
    const sealed = seal(directory, "seat one", secret);
    expect(unseal(directory, "seat one", sealed)).toEqual(secret);
    const holds = [secret.toString(), secret.toString("base64url"), secret.toString("hex")];
    expect(holds.filter((text) => sealed.includes(text))).toEqual([]);
    expect(seal(directory, "seat one", secret)).not.toBe(sealed);
  });

  test("opens in no other place, not with another key, and not once it was changed", () => {
    const sealed = seal(directory, "seat one", secret);
    expect(unseal(directory, "seat two", sealed)).toBeNull();
    const parts = sealed.split(".");
    for (const at of [0, 1, 2, 3, 4]) {
      const part = parts[at] ?? "";
      const changed = parts.with(at, (part.startsWith("A") ? "B" : "A") + part.slice(1)).join(".");
      expect(unseal(directory, "seat one", changed), `part ${at}`).toBeNull();
    }
    expect(unseal(directory, "seat one", parts.with(3, (parts[3] ?? "").slice(0, 6)).join("."))).toBeNull();
    rmSync(join(directory, SEALING_FILE));
    expect(unseal(directory, "seat one", sealed)).toBeNull();
  });

  test("stays open when a new key takes over, which seals from then on", () => {
    const before = seal(directory, "seat one", secret);
    appendFileSync(join(directory, SEALING_FILE), `newer ${Buffer.alloc(32, 7).toString("base64")}\n`);
    const after = seal(directory, "seat one", secret);
    expect(after.split(".")[1]).toBe("newer");
    expect([before, after].map((text) => unseal(directory, "seat one", text))).toEqual([secret, secret]);
  });

  test("has its key in a file that its owner alone can read", () => {
    seal(directory, "seat one", secret);
    expect(statSync(join(directory, SEALING_FILE)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, SEALING_FILE), "utf8")).toMatch(/^[0-9a-f]{12} [\w+/]{43}=\n$/);
  });
});
