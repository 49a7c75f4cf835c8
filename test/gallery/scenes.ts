/** What is looked at: every page, full and empty and failed, and the parts that open over a page. */
import type { Page } from "playwright-core";
import { addCandidates, layBeside, openCandidate, openCareer, stateOwnPay } from "./hiring-scenes.ts";
import * as seats from "./seat-scenes.ts";
import type { Company, ShownRecords } from "./told-house.ts";

export interface Scene {
  readonly name: string;
  readonly company: Company;
  readonly path: string;
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
  /** Calls that the server fails to answer. */
  readonly fails?: RegExp;
  /** What the browser says of this scene and is as it should be: a link that leads nowhere. */
  readonly complains?: RegExp;
}

const full = (name: string, path: string, act?: Scene["act"]): Scene => ({
  name,
  path,
  company: "sample",
  ...(act && { act }),
});
const empty = (name: string, path: string): Scene => ({ name: `${name}-empty`, path, company: "blank" });
const failed = (name: string, path: string, fails: RegExp): Scene => ({
  name: `${name}-failed`,
  path,
  company: "sample",
  fails,
});

/** By which way people come in, and who does. */
const signingIn: readonly Scene[] = [
  full("settings-seats", "/settings/seats", seats.seatsShown),
  full("settings-seats-menu", "/settings/seats", seats.menuShown),
  full("settings-seats-invite", "/settings/seats", seats.invitingShown),
  full("settings-access-roles", "/settings/access-roles"),
  full("settings-access-role", "/settings/access-roles", async (page) => {
    await page.getByRole("button", { name: "Sales manager" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Keep" }).waitFor();
  }),
  full("settings-who-sees", "/settings/who-sees", seats.reachShown),
  empty("settings-who-sees", "/settings/who-sees"),
  full("settings-sign-in", "/settings/sign-in", seats.ownSignInShown),
  full("settings-sign-in-factor", "/settings/sign-in", seats.factorOffered),
  full("sign-in", "/sign-in"),
  full("sign-in-code", "/sign-in", seats.codeAskedFor),
  { ...full("join", "/join?token=x", seats.invitationShown), complains: /404.*invitations\/look/ },
  empty("settings-seats", "/settings/seats"),
  empty("settings-sign-in", "/settings/sign-in"),
  { ...empty("join", "/join?token=spent"), complains: /404.*invitations\/look/ },
];

/** The log up to the day before: signing in for a picture is an event too. */
const auditScenes: readonly Scene[] = [
  full("settings-audit", "/settings/audit?to=2026-11-15"),
  full("settings-audit-event", "/settings/audit?to=2026-11-15", async (page) => {
    await page.getByRole("row").filter({ hasText: "changed the workspace" }).first().click();
    await page.getByRole("complementary", { name: "Event" }).waitFor();
  }),
  empty("settings-audit", "/settings/audit?about=imports"),
  failed("settings-audit", "/settings/audit", /\/api\/audit/),
];
/** Candidates and pay: what they show is said first, through the API. */
function hiringScenes(): Scene[] {
  return [
    full("candidates", "/candidates", addCandidates),
    full("candidate", "/candidates", openCandidate("Ingrid Solberg")),
    full("candidate-scored", "/candidates", openCandidate("Rafael Monteiro")),
    full("candidates-beside", "/candidates/beside?role=director-sales-operations", layBeside),
    empty("candidates", "/candidates"),
    full("careers", "/careers", openCareer),
    empty("careers", "/careers"),
    full("pay", "/pay", stateOwnPay),
    full("pay-band", "/pay?band=director-base-profiles", stateOwnPay),
    full("pay-people", "/pay?view=people", stateOwnPay),
    failed("pay", "/pay", /\/api\/pay/),
  ];
}

/** Goes to another desk on Home, which stays until the next. */
const toDesk = (name: string) => async (page: Page) => {
  await page.getByRole("button", { name: /^Desk: / }).click();
  await page.getByRole("menuitemradio", { name, exact: true }).click();
  await page.getByRole("button", { name: `Desk: ${name}` }).waitFor();
  await page.getByRole("menu").waitFor({ state: "hidden" });
};

/** Home as others see it; the last leaves it as it came. */
const deskScenes: readonly Scene[] = [
  full("home-director", "/", toDesk("Director of Sales Operations")),
  full("home-manager", "/", toDesk("Sales manager")),
  full("home-rep", "/", toDesk("Sales rep")),
  full("home-executive", "/", toDesk("Executive")),
  full("home-analyst", "/", toDesk("Operations analyst")),
  full("home-as-of", "/?asOf=2026-03-31&scope=region=Europe", toDesk("Director of Sales Operations")),
  full("home-arranging", "/", async (page) => {
    await toDesk("VP of Sales Operations")(page);
    await page.getByRole("button", { name: "Arrange" }).click();
  }),
];

/** The scenes; records are those of the sample company that are named, by their path. */
export function scenesOf(records: ShownRecords): Scene[] {
  return [
    full("home", "/"),
    ...deskScenes,
    full("pipeline", "/pipeline"),
    full("pipeline-as-of", "/pipeline?asOf=2026-03-31&by=region&open=Europe"),
    full("what-moved", "/pipeline/moved?open=new"),
    full("measures", "/measures"),
    full("measure", "/measures/win-rate?open=*"),
    full("opportunities", "/opportunities"),
    full("opportunities-by-stage", "/opportunities?group=stage"),
    full("opportunity", records.opportunity),
    full("opportunity-as-of", `${records.opportunity}?asOf=2026-01-31`),
    full("opportunity-open", records.open),
    full("opportunity-beside", "/opportunities", async (page) => {
      await page.locator(".qd-record-link").nth(2).click();
      await page.getByRole("complementary", { name: "Opportunity" }).waitFor();
    }),
    full("accounts", "/accounts"),
    full("account", records.account),
    full("contact", records.contact),
    full("product", records.product),
    full("contacts", "/contacts"),
    full("products", "/products"),
    full("activities", "/activities"),
    ...peopleScenes(records),
    full("adviser", "/adviser?answer=challenge=several&answer=budget=260000"),
    full("import", "/import"),
    full("settings", "/settings"),
    full("settings-currencies", "/settings/currencies"),
    full("settings-pipelines", "/settings/pipelines"),
    full("settings-fields", "/settings/fields"),
    full("roles", "/roles"),
    full("role", "/roles/vp-sales-operations"),
    full("roles-beside", "/roles/compare?one=vp-sales-operations&other=director-sales-operations"),
    ...hiringScenes(),
    full("settings-teams", "/settings/teams"),
    full("settings-access", "/settings/access"),
    ...signingIn,
    ...auditScenes,
    full("settings-data", "/settings/data"),
    full("settings-status", "/settings/status"),
    full("settings-api", "/settings/api"),
    full("settings-api-call", "/settings/api?call=POST+%2Fapi%2Faccounts"),
    full("nowhere", "/nowhere"),
    full("palette", "/", async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("win");
    }),
    full("help", "/pipeline", async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    }),
    empty("welcome", "/welcome"),
    empty("home", "/"),
    empty("pipeline", "/pipeline"),
    empty("measures", "/measures"),
    empty("opportunities", "/opportunities"),
    empty("people", "/people"),
    empty("adviser", "/adviser"),
    failed("home", "/", /\/api\/(pipeline|measures\/|waterfall)/),
    failed("pipeline", "/pipeline", /\/api\/pipeline/),
    failed("adviser", "/adviser", /\/api\/adviser\/advice/),
    failed("opportunities", "/opportunities", /\/api\/opportunities/),
  ];
}

/** People: the organization in each way of reading it, somebody moved, and one person. */
function peopleScenes(records: ShownRecords): Scene[] {
  return [
    full("people", "/people"),
    full("people-chart", "/people?view=chart"),
    full("people-chart-search", "/people?view=chart", async (page) => {
      await page.getByRole("textbox", { name: /Name, title/ }).fill("Analyst");
    }),
    full("people-move", "/people?view=chart", async (page) => {
      await page.getByRole("treeitem", { name: /^Kenji Morimoto / }).focus();
      await page.keyboard.press("m");
      await page.getByRole("combobox", { name: "New manager" }).fill("Beatrice");
      await page.getByRole("option", { name: "Beatrice Calloway" }).click();
      await page.getByText("Beatrice Calloway from").waitFor();
    }),
    full("person-hands-over", records.person, async (page) => {
      await page.getByRole("button", { name: "Hand over…" }).click();
      await page.getByText("Choose among them").first().click();
    }),
    full("person-leaves", records.person, async (page) => {
      await page.getByRole("button", { name: "Leaves on …" }).click();
      await page.getByText("is here until").waitFor();
    }),
    full("people-teams", "/people?view=teams"),
    full("person", records.person),
  ];
}
