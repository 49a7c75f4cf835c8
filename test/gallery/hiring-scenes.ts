/** What the scenes of candidates and pay need to be there: said through the API, with keys that make saying it again change nothing. */
import type { Page } from "playwright-core";

/** Posts to the API from the page; the same key gives the same answer, however many looks ask. */
async function post(
  page: Page,
  path: string,
  key: string,
  body: object | undefined,
  method = "POST",
): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ({ to, once, said, verb }) => {
      const answer = await fetch(to, {
        method: verb,
        headers: {
          "idempotency-key": once,
          ...(said === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(said === undefined ? {} : { body: JSON.stringify(said) }),
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    { to: `/api/${path}`, once: key, said: body, verb: method },
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

const director = { roleKey: "director-sales-operations" };
const asked = [
  "experience.1",
  "technical.1",
  "technical.2",
  "soft.1",
  "soft.2",
  "duties.1",
  "duties.4",
  "duties.6",
];

const ingrid = [
  ["experience.1", 3, "Led operations of forty sellers for six years, with a team of five."],
  ["technical.1", 2, "Moved two companies to another CRM; showed us the plan of the second."],
  ["soft.1", 2, "Took us through how she halved the steps of a quote, with what went wrong first."],
] as const;
const rafael = [
  ["experience.1", 2, "Five years, the last two with three people."],
  ["technical.1", 3, "Built the reports that their board sees, and explained each figure in ours."],
  ["technical.2", 3, "Found the double count in our sample pipeline within ten minutes."],
  ["soft.1", 1, "Knows the problem well; of what he would change he named one thing."],
  ["duties.1", 3, "Ran the weekly pipeline for two years and brought the agenda."],
  ["duties.6", 0, "Has not written a playbook, and said so."],
] as const;

async function candidate(
  page: Page,
  name: string,
  scores: readonly (readonly [string, number, string])[],
): Promise<string> {
  const email = `${name.split(" ")[0]?.toLowerCase()}@example.com`;
  const body = { ...director, requirements: asked, name, email, notes: "Answered the advertisement." };
  const { id } = await post(page, "candidates", `scene-candidate-${name.replace(" ", "-")}`, body);
  const said = scores.map(([requirement, level, evidence]) => ({ requirement, level, evidence }));
  const now = await page.evaluate(async (from) => (await fetch(from)).json(), `/api/candidates/${id}`);
  // In the looks after the first one the sheet is handed in already.
  if ((now as { noScoring: string | null }).noScoring === null)
    await post(page, `candidates/${id}/sheet`, "sheet", { scores: said }, "PUT");
  return String(id);
}

/** Two candidates for the Director: a sheet that is still a draft, and one that is handed in; a third is decided. */
export async function addCandidates(page: Page): Promise<void> {
  await candidate(page, "Ingrid Solberg", ingrid);
  const scored = await candidate(page, "Rafael Monteiro", rafael);
  await post(page, `candidates/${scored}/sheet/hand-in`, "scene-hand-in", undefined);
  const third = await candidate(page, "Tessa Okonjo", ingrid.slice(0, 2));
  await post(page, `candidates/${third}/sheet/hand-in`, "scene-hand-in-third", undefined);
  await post(page, `candidates/${third}/decisions`, "scene-decision", {
    outcome: "decline",
    reason: "Knows the tools; has not led anybody yet, and the first year here is about a team.",
  });
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Opens one of them by name. */
export const openCandidate = (name: string) => async (page: Page) => {
  await addCandidates(page);
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};

/** Opens the evidence behind one requirement. */
export async function layBeside(page: Page): Promise<void> {
  await addCandidates(page);
  await page.getByRole("button", { name: "CRM and tools of sales" }).click();
  await page.getByRole("complementary", { name: "Evidence" }).waitFor();
}

const seen = [
  ["planning", "vp", "Made the plan of the next three years with finance; the board took it as theirs."],
  ["analytics", "director", "Found that quotes waited four days for legal, and had it down to one."],
  ["systems", "director", "Replaced the quoting tool; nine of ten sellers used it in a month."],
  ["pay", "director", "Two quarters settled without a correction."],
  ["leadership", "director", "Jonas grew from support into analysis under him."],
] as const;

/** What was seen of the Director, and his way on the ladder. */
export async function openCareer(page: Page): Promise<void> {
  const [daniel, meiLing] = await idsOf(page, ["Daniel Okafor", "Mei-Ling Tsai"]);
  for (const [competence, level, evidence] of seen) {
    const body = { personId: daniel, competence, level, evidence, seenOn: "2026-09-30" };
    await post(page, "ladders/leading/records", `scene-career-${competence}`, body);
  }
  const first = { competence: "analytics", level: "director", seenOn: "2026-10-15" };
  await post(page, "ladders/leading/records", "scene-career-second", {
    ...{
      personId: meiLing,
      ...first,
      evidence: "Showed where renewals leak, and what it would bring to stop it.",
    },
  });
  await page.goto(`${new URL(page.url()).origin}/careers?person=${daniel}`);
  await page.getByRole("complementary", { name: "Way on the ladder" }).waitFor();
}
