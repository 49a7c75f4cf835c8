import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { startingAccessRoles } from "#base/platform";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../test/client.ts";
import { seatedCaller } from "../../test/seated.ts";
import * as contract from "./contract.ts";
import { bandRoutes, standingRoutes } from "./index.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const routes = [...organizationRoutes, ...bandRoutes, ...standingRoutes];
const refused = (status: number, more: object = {}) => ({ problem: { status, ...more } });
let desk: Client;
let workspaceId: string;

beforeAll(async () => {
  desk = await signedInClient(routes, { clock });
  workspaceId = await foundTestWorkspace(desk.database, clock, "Other");
});
afterAll(() => desk.close());

const own = {
  ...{ roleKey: "director-sales-operations", roleName: "Director of Sales Operations", level: "" },
  ...{ location: "", kind: "base" as const, currency: "USD", low: "120000", mid: "140000", high: "160000" },
  ...{ openAbove: false, source: "Our survey", year: 2026 },
};

describe("bands", () => {
  test("of the market are there from the start; an own one stands beside them until it is removed", async () => {
    const before = await desk.call(contract.getPayBands, {});
    expect(before.bands.map(({ key, own }) => [key, own])).toEqual([
      ["vp-base-profiles", false],
      ["vp-total-profiles", false],
      ["vp-total-getgangly", false],
      ["director-base-profiles", false],
      ["director-total-profiles", false],
      ["director-total-prospeo", false],
      ["manager-base-therevopsreport", false],
      ["fractional-fee", false],
    ]);
    const made = await desk.call(contract.stateBand, { body: own });
    expect(made).toMatchObject({
      own: true,
      version: 1,
      grade: null,
      low: "120000.00",
      words: "120,000 to 160,000 USD",
    });
    const params = { id: made.key };
    const changed = await desk.call(contract.changeBand, {
      params,
      ifMatch: 1,
      body: { high: null, mid: null },
    });
    expect(changed).toMatchObject({ version: 2, openAbove: true, words: "from 120,000 USD", mid: null });
    await expect(
      desk.call(contract.changeBand, { params, ifMatch: 1, body: { low: "1" } }),
    ).rejects.toMatchObject(refused(412, { currentVersion: 2 }));
    const beside = await desk.call(contract.getPayBands, {});
    expect(beside.bands).toHaveLength(9);
    expect(beside.disagreements.find(({ other }) => other === made.key)?.sentences).toEqual([
      "Their lower ends differ by 20%, which is more than 10%: 100,000 USD (Quarterdeck role profiles (in line with fullenrich.com), 2026) and 120,000 USD (Our survey, 2026).",
    ]);
    await desk.call(contract.removeBand, { params, ifMatch: 2 });
    expect(await desk.call(contract.getPayBands, {})).toEqual(before);
  });

  test.each([
    ["no figure", { low: null, mid: null, high: null }, 422, "low"],
    ["figures that fall", { low: "170000" }, 422, "high"],
    ["less than nothing", { low: "-1" }, 422, "high"],
    ["half a cent", { low: "1.005" }, 422, "low"],
    ["no such currency", { currency: "XQQ" }, 400, "currency"],
    ["no source", { source: " " }, 400, "source"],
    ["no such kind", { kind: "bonus" as never }, 400, "kind"],
  ])("with %s are refused by their field", async (_, more, status, field) => {
    await expect(desk.call(contract.stateBand, { body: { ...own, ...more } })).rejects.toMatchObject(
      refused(status, { fields: [{ field }] }),
    );
  });

  test("are another workspace's own business", async () => {
    const made = await desk.call(contract.stateBand, { body: own });
    const params = { id: made.key };
    expect((await desk.call(contract.getPayBands, { workspaceId })).bands).toHaveLength(8);
    await expect(desk.call(contract.removeBand, { params, ifMatch: 1, workspaceId })).rejects.toMatchObject(
      refused(404),
    );
    const factor = { band: made.key, kind: "size" as const, factor: "1.1", reason: "Large", source: "Ours" };
    await expect(desk.call(contract.stateFactor, { body: factor, workspaceId })).rejects.toMatchObject(
      refused(422, { fields: [{ field: "band" }] }),
    );
    await desk.call(contract.removeBand, { params, ifMatch: 1 });
  });
});

describe("adjustments", () => {
  const stated = { band: "director-base-profiles", reason: "Fifty sellers", source: "Ours, 2026" };

  test("show as steps from the band to the adjusted band, and can be taken back", async () => {
    const first = await desk.call(contract.stateFactor, { body: { ...stated, kind: "size", factor: "0.9" } });
    await desk.call(contract.stateFactor, { body: { ...stated, kind: "location", factor: "1.1" } });
    const director = async () =>
      (await desk.call(contract.getPayBands, {})).bands.find(({ key }) => key === stated.band);
    expect(await director()).toMatchObject({
      ...{ low: "100000.00", high: "175000.00" },
      steps: [
        {
          kind: "size",
          factor: "0.9",
          reason: "Fifty sellers",
          low: "90000.00",
          mid: null,
          high: "157500.00",
        },
        { kind: "location", factor: "1.1", low: "99000.00", high: "173250.00" },
      ],
    });
    await desk.call(contract.removeFactor, { params: { id: first.id }, ifMatch: 1 });
    expect((await director())?.steps.map(({ low }) => low)).toEqual(["110000.00"]);
    for (const { id, version } of (await director())?.steps ?? [])
      await desk.call(contract.removeFactor, { params: { id }, ifMatch: version });
  });

  test.each([
    ["a factor of nothing", { factor: "0" }, 422, "factor"],
    ["a factor that is no decimal", { factor: "10 %" }, 400, "factor"],
    ["no reason", { reason: "" }, 400, "reason"],
    ["a band that is not there", { band: "ceo-base" }, 422, "band"],
  ])("with %s are refused", async (_, more, status, field) => {
    const body = { ...stated, kind: "size" as const, factor: "1.1", ...more };
    await expect(desk.call(contract.stateFactor, { body })).rejects.toMatchObject(
      refused(status, { fields: [{ field }] }),
    );
  });
});

describe("standings", () => {
  const paid = {
    ...{ roleKey: own.roleKey, roleName: own.roleName, level: "", location: "", currency: "USD" },
    ...{ base: "137500", bonus: "20000" },
  };

  test("are told of each person on a day, in each band by itself", async () => {
    const ines = await desk.call(createPerson, { body: { name: "Ines" } });
    const first = await desk.call(contract.statePay, {
      body: { personId: ines.id, startsOn: "2025-01-01", ...paid },
    });
    expect(first).toMatchObject({ version: 1, base: "137500.00", endsOn: null, person: { name: "Ines" } });
    const raise = await desk.call(contract.statePay, {
      body: { personId: ines.id, startsOn: "2026-03-01", ...paid, base: "150000" },
    });
    const band = await desk.call(contract.stateBand, { body: own });
    const { asOf, items } = await desk.call(contract.getStandings, {});
    expect(asOf).toBe("2026-03-10");
    expect(items.map(({ base, startsOn }) => [base, startsOn])).toEqual([["150000.00", "2026-03-01"]]);
    expect(items[0]?.bands).toMatchObject([
      {
        ...{ own: false, words: "100,000 to 175,000 USD", middle: "137500.00", middleStated: false },
        ...{ compaRatio: { value: 1.0909 }, penetration: { value: 0.6667 } },
      },
      {
        ...{ own: true, band: band.key, middle: "140000.00", middleStated: true },
        ...{ compaRatio: { value: 1.0714 }, penetration: { value: 0.75 } },
      },
    ]);
    const then = await desk.call(contract.getStandings, { query: { asOf: "2026-02-28" } });
    expect(then.items[0]).toMatchObject({ base: "137500.00", bands: [{ compaRatio: { value: 1 } }, {}] });
    expect((await desk.call(contract.getStandings, { query: { asOf: "2024-12-31" } })).items).toEqual([]);
    await desk.call(contract.removePay, { params: { id: raise.id }, ifMatch: 1 });
    const { items: history } = await desk.call(contract.getPayOf, { params: { id: ines.id } });
    expect(history.map(({ base, endsOn }) => [base, endsOn])).toEqual([["137500.00", null]]);
    await desk.call(contract.removeBand, { params: { id: band.key }, ifMatch: 1 });
  });

  test("follow a stated adjustment, and say that they do", async () => {
    const stated = { band: "director-base-profiles", kind: "size" as const, reason: "Large", source: "Ours" };
    const factor = await desk.call(contract.stateFactor, { body: { ...stated, factor: "1.25" } });
    const { items } = await desk.call(contract.getStandings, {});
    expect(items[0]?.bands).toMatchObject([
      { adjusted: true, words: "125,000 to 218,750 USD", middle: "171875.00", compaRatio: { value: 0.8 } },
    ]);
    await desk.call(contract.removeFactor, { params: { id: factor.id }, ifMatch: 1 });
  });

  test("without a band say so, and an open band says why there is no figure", async () => {
    const [kim, vera] = [
      await desk.call(createPerson, { body: { name: "Kim" } }),
      await desk.call(createPerson, { body: { name: "Vera" } }),
    ];
    const role = { roleKey: "crm-administrator", roleName: "CRM administrator" };
    const startsOn = "2026-01-01";
    await desk.call(contract.statePay, { body: { personId: kim.id, startsOn, ...paid, ...role } });
    const vp = { roleKey: "vp-sales-operations", roleName: "VP" };
    await desk.call(contract.statePay, { body: { personId: vera.id, startsOn, ...paid, ...vp } });
    const { items } = await desk.call(contract.getStandings, {});
    expect(items.find(({ person }) => person.name === "Kim")).toMatchObject({
      bands: [],
      noBand: "No band says what CRM administrator is paid as a base in USD.",
    });
    expect(items.find(({ person }) => person.name === "Vera")?.bands).toMatchObject([
      {
        middle: null,
        compaRatio: {
          value: null,
          reason: "The band is 150,000 to 250,000 USD and more: its upper end is open, so it has no middle.",
        },
      },
    ]);
  });

  test("pay is corrected as of a version, and two records cannot begin on one day", async () => {
    const omar = await desk.call(createPerson, { body: { name: "Omar" } });
    const body = { personId: omar.id, startsOn: "2026-01-01", ...paid };
    const made = await desk.call(contract.statePay, { body });
    await expect(desk.call(contract.statePay, { body })).rejects.toMatchObject(
      refused(422, { fields: [{ field: "startsOn" }] }),
    );
    await desk.call(contract.statePay, { body: { ...body, startsOn: "2026-02-01" } });
    const params = { id: made.id };
    await expect(
      desk.call(contract.correctPay, { params, ifMatch: 1, body: { startsOn: "2026-02-01" } }),
    ).rejects.toMatchObject(refused(422, { fields: [{ field: "startsOn" }] }));
    const corrected = await desk.call(contract.correctPay, { params, ifMatch: 1, body: { bonus: "0" } });
    expect(corrected).toMatchObject({ version: 2, bonus: "0.00", base: "137500.00", endsOn: "2026-02-01" });
    await expect(
      desk.call(contract.correctPay, { params, ifMatch: 1, body: { base: "1" } }),
    ).rejects.toMatchObject(refused(412));
    await expect(
      desk.call(contract.statePay, { body: { ...body, startsOn: "2026-05-01", base: "-5" } }),
    ).rejects.toMatchObject(refused(422, { fields: [{ field: "base" }] }));
    await expect(
      desk.call(contract.statePay, { body: { ...body, personId: crypto.randomUUID() } }),
    ).rejects.toMatchObject(refused(422, { fields: [{ field: "personId" }] }));
  });
});

describe("who may see pay", () => {
  const may = (right: string) =>
    startingAccessRoles.filter(({ rights }) => rights.some((one) => one === right)).map(({ key }) => key);

  test("is five roles, and two may change it; a director and a rep are not among them", () => {
    expect(may("pay.read")).toEqual(["owner", "executive", "vp", "finance", "auditor"]);
    expect(may("pay.write")).toEqual(["owner", "vp"]);
  });

  test.each(
    startingAccessRoles.map(
      ({ key }) => [key, may("pay.read").includes(key), may("pay.write").includes(key)] as const,
    ),
  )("the role %s reads pay: %s, changes it: %s", async (role, reads, writes) => {
    const seat = await seatedCaller(desk, routes, { role });
    const denied = { problem: { status: 403, detail: expect.stringContaining('the right "pay.') } };
    for (const ask of [contract.getPayBands, contract.getStandings] as const) {
      const asked = seat.call(ask as typeof contract.getPayBands, {});
      if (reads) await asked;
      else await expect(asked).rejects.toMatchObject(denied);
    }
    const written = seat.call(contract.stateBand, { body: own });
    if (writes) {
      const { key } = await written;
      await seat.call(contract.removeBand, { params: { id: key }, ifMatch: 1 });
    } else await expect(written).rejects.toMatchObject(denied);
    await seat.close();
  });
});
