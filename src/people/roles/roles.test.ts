import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { type SectionKey, sectionKeys } from "./role.ts";
import { roleRoutes } from "./routes.ts";

let desk: Client;

beforeAll(async () => {
  desk = await signedInClient(roleRoutes);
});
afterAll(() => desk.close());

const vp = { params: { key: "vp-sales-operations" } };
type Texts = Record<SectionKey, string[]>;
const textsOf = (role: contract.RoleOut): Texts =>
  Object.fromEntries(sectionKeys.map((key) => [key, role.sections[key].map(({ text }) => text)])) as Texts;
const nothing = Object.fromEntries(sectionKeys.map((key) => [key, [] as string[]])) as Texts;

describe("roles", () => {
  test("eight come along, as they came, and each is there without anybody having done anything", async () => {
    const { items } = await desk.call(contract.getRoles, {});
    expect(items.map(({ key, id }) => [key, id])).toEqual([
      ["vp-sales-operations", null],
      ["director-sales-operations", null],
      ["operations-analyst", null],
      ["crm-administrator", null],
      ["support-specialist", null],
      ["enablement-manager", null],
      ["sales-manager", null],
      ["sales-representative", null],
    ]);
  });

  test("the company writes its own edition, changes it as of a version, and goes back to what came along", async () => {
    const before = await desk.call(contract.getRole, vp);
    const own = await desk.call(contract.writeRole, {
      body: {
        key: before.key,
        name: before.name,
        level: before.level,
        sections: { ...textsOf(before), focus: ["Ten years ahead"] },
      },
    });
    expect(own.sections.focus).toEqual([{ text: "Ten years ahead" }]);
    expect(own.sections.duties).toEqual(before.sections.duties);
    const params = { id: own.id ?? "" };
    const changed = await desk.call(contract.rewriteRole, {
      params,
      ifMatch: 1,
      body: { level: "On the board" },
    });
    expect(changed).toMatchObject({ version: 2, level: "On the board", comesAlong: true });
    await expect(
      desk.call(contract.rewriteRole, { params, ifMatch: 1, body: { level: "Elsewhere" } }),
    ).rejects.toMatchObject({ problem: { status: 412, currentVersion: 2 } });
    await expect(
      desk.call(contract.writeRole, {
        body: { key: before.key, name: "Twice", level: "", sections: nothing },
      }),
    ).rejects.toMatchObject({ problem: { status: 409 } });
    await desk.call(contract.dropRole, { params, ifMatch: 2 });
    expect(await desk.call(contract.getRole, vp)).toEqual(before);
  });

  test("a role of the company's own is there until it is taken away, in its workspace only", async () => {
    const made = await desk.call(contract.writeRole, {
      body: {
        key: "deal-desk",
        name: "Deal desk",
        level: "Specialist",
        sections: { ...nothing, duties: ["Prices what is not in the list"] },
      },
    });
    expect(made.comesAlong).toBe(false);
    const other = await foundTestWorkspace(desk.database, desk.services.clock, "Twin");
    await expect(
      desk.call(contract.getRole, { params: { key: "deal-desk" }, workspaceId: other }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(
      desk.call(contract.dropRole, { params: { id: made.id ?? "" }, ifMatch: 1, workspaceId: other }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
    await desk.call(contract.dropRole, { params: { id: made.id ?? "" }, ifMatch: 1 });
    await expect(desk.call(contract.getRole, { params: { key: "deal-desk" } })).rejects.toMatchObject({
      problem: { status: 404, detail: "There is no such role." },
    });
  });

  test.each([
    ["Deal Desk", "a key with a space and capitals"],
    ["__proto__", "a name that every object has"],
    ["9lives", "a digit first"],
  ])("%s is no key: %s", async (key) => {
    await expect(
      desk.call(contract.writeRole, { body: { key, name: "X", level: "", sections: nothing } }),
    ).rejects.toMatchObject({ problem: { status: 400 } });
  });

  test("two are laid side by side, in the company's own edition", async () => {
    await desk.call(contract.writeRole, {
      body: {
        key: "scout",
        name: "Scout",
        level: "",
        sections: { ...nothing, focus: ["Customers who buy"] },
      },
    });
    const beside = await desk.call(contract.compareRoles, {
      params: { key: "scout", other: "sales-representative" },
    });
    expect(beside.separation).toBe(
      "Scout and Sales representative differ in 4 of 5 sections. Both say the same of focus. Only Sales representative says something of duties, reports to, next steps and impact.",
    );
  });
});
