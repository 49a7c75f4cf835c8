import { describe, expect, test } from "vitest";
import { Refusal } from "../kernel/index.ts";
import { type Actor, permissionsOf, sightOf, whyDenied } from "./policy.ts";

const workspaceId = "01890000-0000-7000-8000-000000000001";
const owner: Actor = { workspaceId, personId: null, name: "Owner", role: "owner" };
const stranger = { ...owner, name: "Mallory", role: "visitor" } as unknown as Actor;

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

  test("names that every object has are not roles", () => {
    for (const role of ["constructor", "__proto__", "toString"]) {
      expect(whyDenied({ ...owner, role } as unknown as Actor, "records.read")).not.toBeNull();
    }
  });
});
