import { describe, expect, test } from "vitest";
import { Refusal } from "../../kernel/index.ts";
import { type Actor, permissionsOf, sightOf, whyDenied } from "./policy.ts";

const workspaceId = "01890000-0000-7000-8000-000000000001";
const owner: Actor = { workspaceId, personId: null, name: "Owner", role: "owner" };
const stranger = { ...owner, name: "Mallory", role: "visitor" };

describe("the policy", () => {
  test("the owner sees every row of the workspace that they are in, and of no other", () => {
    expect(sightOf(owner, "records.read")).toEqual({ workspaceId, rows: "all" });
  });

  test("the command line has the owner's rights", () => {
    expect(permissionsOf({ ...owner, role: "command-line" })).toEqual(permissionsOf(owner));
  });

  test("a role that the table does not know has no rights at all", () => {
    expect(permissionsOf(stranger)).toEqual([]);
    for (const permission of permissionsOf(owner)) {
      expect(() => sightOf(stranger, permission)).toThrowError(Refusal);
    }
  });

  test("a refusal says who lacks which right, and what to do", () => {
    expect(whyDenied(stranger, "plan.write")).toContain('"plan.write"');
    expect(whyDenied(owner, "plan.write")).toBeNull();
    expect(() => sightOf(stranger, "plan.write")).toThrowError(
      expect.objectContaining({ kind: "denied", fix: expect.stringContaining("owner") }),
    );
  });

  test("a key narrows its maker's rights to reading, or to reading and writing records and plans", () => {
    const withKey = (rights: "read" | "write") => permissionsOf({ ...owner, key: { id: "k", rights } });
    const reads = ["workspace.read", "people.read", "records.read", "plan.read", "analytics.read"];
    const writes = ["people.write", "records.write", "views.write", "imports.run", "plan.write"];
    expect(withKey("read").toSorted()).toEqual(reads.toSorted());
    expect(withKey("write").toSorted()).toEqual([...reads, ...writes].toSorted());
    expect(permissionsOf({ ...stranger, key: { id: "k", rights: "write" } })).toEqual([]);
  });

  test("names that every object has are not roles", () => {
    for (const role of ["constructor", "__proto__", "toString"]) {
      expect(whyDenied({ ...owner, role }, "records.read")).not.toBeNull();
    }
  });
});
