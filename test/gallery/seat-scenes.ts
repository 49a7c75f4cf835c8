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
