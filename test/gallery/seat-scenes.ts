/** How people sign in, as pages show it: answers made up, so that no scene leaves a seat behind for the next. */
import type { Page } from "playwright-core";

const seat = (at: number, name: string, role: [string, string], more: object) => ({
  id: `01890000-0000-7000-8000-00000000000${at}`,
  version: 1,
  person: { id: `01890000-0000-7000-8000-00000000001${at}`, name },
  email: `${name.toLowerCase().replace(" ", ".")}@example.com`,
  role: { key: role[0], name: role[1] },
  state: "active",
  twoFactor: true,
  seenAt: "2026-11-16T13:40:00Z",
  linkUntil: null,
  noWayIn: null,
  fixed: null,
  ...more,
});

const seats = [
  seat(1, "Amara Nwosu", ["administrator", "CRM administrator"], {}),
  seat(2, "Jonas Weber", ["director", "Director of Sales Operations"], { seenAt: "2026-11-13T08:15:00Z" }),
  seat(3, "Lucia Fernandez", ["executive", "Executive"], {
    twoFactor: false,
    seenAt: "2026-10-28T16:05:00Z",
  }),
  seat(4, "Priya Raman", ["manager", "Sales manager"], {
    state: "invited",
    twoFactor: false,
    seenAt: null,
    linkUntil: "2026-11-20T09:00:00Z",
  }),
  seat(5, "Tom Becker", ["rep", "Sales rep"], {
    noWayIn: "Tom Becker left on 2026-10-30.",
    twoFactor: false,
  }),
  seat(6, "Wanda Silva", ["vp", "VP of Sales Operations"], {
    state: "ended",
    twoFactor: false,
    fixed: "The seat was ended.",
  }),
];

const own = {
  seat: {
    email: "amara.nwosu@example.com",
    passwordSetAt: "2026-02-11T09:12:00Z",
    twoFactor: true,
    recoveryCodesLeft: 8,
    sessions: [
      {
        id: "a",
        network: "203.0.113.7",
        openedAt: "2026-11-13T07:58:00Z",
        seenAt: "2026-11-16T14:58:00Z",
        own: true,
      },
      {
        id: "b",
        network: "2001:db8:4:7::/64",
        openedAt: "2026-11-11T18:20:00Z",
        seenAt: "2026-11-12T19:02:00Z",
        own: false,
      },
    ],
  },
};

const invitation = {
  name: "Priya Raman",
  email: "priya.raman@example.com",
  workspace: "Fathom & Vane",
  isNew: true,
  twoFactor: false,
};

async function answering(page: Page, path: string, answer: object): Promise<void> {
  await page.route(`**${path}`, (route) => route.fulfill({ json: answer }));
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export const seatsShown = (page: Page) => answering(page, "/api/seats", { items: seats });
export const ownSignInShown = (page: Page) => answering(page, "/api/own-sign-in", own);
export const invitationShown = (page: Page) => answering(page, "/api/invitations/look", invitation);

export async function menuShown(page: Page): Promise<void> {
  await seatsShown(page);
  await page.getByRole("button", { name: "What to do about the seat of Jonas Weber" }).click();
  await page.getByRole("menu").waitFor();
}

export async function invitingShown(page: Page): Promise<void> {
  await seatsShown(page);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("dialog").waitFor();
}

export async function codeAskedFor(page: Page): Promise<void> {
  await page.route("**/api/sign-in", (route) => route.fulfill({ json: { state: "code-needed" } }));
  await page.getByLabel("E-mail").fill("amara.nwosu@example.com");
  await page.getByLabel("Password", { exact: true }).fill("tall lantern of the harbour");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code").waitFor();
}

export async function factorOffered(page: Page): Promise<void> {
  await page.route("**/api/own-sign-in/two-factor", (route) =>
    route.fulfill({
      json: { secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", link: "otpauth://totp/Quarterdeck" },
    }),
  );
  await answering(page, "/api/own-sign-in", {
    seat: { ...own.seat, twoFactor: false, recoveryCodesLeft: 0 },
  });
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Your password").fill("tall lantern of the harbour");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Code").waitFor();
}

const told = {
  asOf: "2026-11-16",
  person: { id: "01890000-0000-7000-8000-000000000014", name: "Priya Raman" },
  role: { key: "manager", name: "Sales manager" },
  rights: [
    { right: "workspace.read", words: "See the workspace's name, calendar and currencies" },
    { right: "records.read", words: "See accounts, contacts, opportunities and activities" },
    { right: "records.write", words: "Add, change and remove records" },
  ],
  reach: "line",
  sentence:
    "As Sales manager, Priya Raman sees their own records and those of the people who report to them.",
  people: [
    { id: "a", name: "Priya Raman", because: "Priya Raman has this seat." },
    { id: "b", name: "Amara Nwosu", because: "Amara Nwosu reports to them." },
    { id: "c", name: "Jonas Weber", because: "Jonas Weber reports to them through Amara Nwosu." },
    {
      id: "d",
      name: "Tom Becker",
      because: "Tom Becker's records are shared with them until 2026-12-01 (Parental leave).",
    },
  ],
};
const seenBy = {
  noun: "account",
  id: "01890000-0000-7000-8000-000000000021",
  name: "Northgate Steel",
  asOf: "2026-11-16",
  items: [
    {
      person: { id: "1", name: "Jonas Weber" },
      role: "Director of Sales Operations",
      sees: true,
      because: "A seat as Director of Sales Operations sees everybody's records.",
    },
    {
      person: { id: "2", name: "Priya Raman" },
      role: "Sales manager",
      sees: true,
      because: "Amara Nwosu owns Rollout 2027, an opportunity on it, and Amara Nwosu reports to them.",
    },
    {
      person: { id: "3", name: "Tom Becker" },
      role: "Sales rep",
      sees: false,
      because: "Nobody whose records they reach has anything to do with it.",
    },
  ],
  note: null,
};
const shared = {
  items: [
    {
      id: "1",
      version: 1,
      owner: { id: "d", name: "Tom Becker" },
      person: { id: "p", name: "Priya Raman" },
      startsOn: "2026-11-02",
      endsOn: "2026-12-01",
      reason: "Parental leave",
      holds: true,
    },
  ],
};

/** Whom somebody sees and why, and by whom a record is seen. */
export async function reachShown(page: Page): Promise<void> {
  await page.route(/\/api\/seats(\?|$)/, (route) => route.fulfill({ json: { items: seats } }));
  await page.route(/\/api\/people\/[^/]+\/reach/, (route) => route.fulfill({ json: told }));
  await page.route(/\/api\/seen-by\//, (route) => route.fulfill({ json: seenBy }));
  await page.route(/\/api\/shared-access/, (route) => route.fulfill({ json: shared }));
  const address = new URL(page.url());
  address.searchParams.set("person", told.person.id);
  address.searchParams.set("record", `account/${seenBy.id}`);
  await page.goto(address.href);
  await page.getByRole("list", { name: "Who sees Northgate Steel" }).waitFor();
}
