/** What is looked at: every page, full and empty and failed, and the parts that open over a page. */
import type { Page } from "playwright-core";
import type { Company, ShownRecords } from "./told-house.ts";

export interface Scene {
  readonly name: string;
  readonly company: Company;
  readonly path: string;
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
  /** Calls that the server fails to answer. */
  readonly fails?: RegExp;
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

/** Goes to another desk on Home, which stays until the next. */
const toDesk = (name: string) => async (page: Page) => {
  await page.getByRole("button", { name: /^Desk: / }).click();
  await page.getByRole("menuitemradio", { name, exact: true }).click();
  await page.getByRole("button", { name: `Desk: ${name}` }).waitFor();
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
    full("people", "/people"),
    full("people-teams", "/people?view=teams"),
    full("person", records.person),
    full("adviser", "/adviser?answer=challenge=several&answer=budget=260000"),
    full("import", "/import"),
    full("settings", "/settings"),
    full("settings-currencies", "/settings/currencies"),
    full("settings-pipelines", "/settings/pipelines"),
    full("settings-fields", "/settings/fields"),
    full("roles", "/roles"),
    full("role", "/roles/vp-sales-operations"),
    full("roles-beside", "/roles/compare?one=vp-sales-operations&other=director-sales-operations"),
    full("settings-teams", "/settings/teams"),
    full("settings-access", "/settings/access"),
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
