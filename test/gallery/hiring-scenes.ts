/** What the scenes of pay need to be there: said through the API, with keys that make saying it again change nothing. */
import type { Page } from "playwright-core";

/** Posts to the API from the page; the same key gives the same answer, however many looks ask. */
async function post(page: Page, path: string, key: string, body: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ({ to, once, said }) => {
      const answer = await fetch(to, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": once },
        body: JSON.stringify(said),
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    { to: `/api/${path}`, once: key, said: body },
  );
}

/** The ids of people of the sample company by their names. */
async function idsOf(page: Page, names: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(async () => (await fetch("/api/organization")).json());
  const { people } = found as { people: readonly { id: string; name: string }[] };
  return names.map((name) => people.find((one) => one.name === name)?.id ?? "");
}

const everywhere = { level: "", location: "", currency: "USD" };

/** A band of the company's own, an adjustment, and the pay of four people. */
export async function stateOwnPay(page: Page): Promise<void> {
  const director = { roleKey: "director-sales-operations", roleName: "Director of Sales Operations" };
  const vp = { roleKey: "vp-sales-operations", roleName: "VP of Sales Operations" };
  const band = { ...everywhere, kind: "base", openAbove: false, source: "Our survey", year: 2026 };
  await post(page, "pay/bands", "scene-band-director", {
    ...{ ...band, ...director, low: "125000", mid: "142000", high: "160000" },
  });
  await post(page, "pay/bands", "scene-band-vp", {
    ...{ ...band, ...vp, low: "185000", mid: "215000", high: "245000" },
  });
  await post(page, "pay/factors", "scene-factor", {
    ...{ band: "director-base-profiles", kind: "location", factor: "1.08" },
    ...{ reason: "Boston pays more than the country", source: "Our survey, 2026" },
  });
  const [priya, daniel, meiLing] = await idsOf(page, ["Priya Raghunathan", "Daniel Okafor", "Mei-Ling Tsai"]);
  const paid = [
    { personId: priya, ...vp, base: "228000", bonus: "60000" },
    { personId: daniel, ...director, base: "138500", bonus: "25000" },
    {
      personId: meiLing,
      roleKey: "operations-analyst",
      roleName: "Sales operations analyst",
      base: "86000",
      bonus: "0",
    },
  ];
  for (const { personId, ...said } of paid) {
    const record = { personId, ...everywhere, ...said, startsOn: "2026-02-01" };
    await post(page, "pay/records", `scene-pay-${personId}`, record);
  }
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}
