/** Everything that can be read: every GET route, with every id of the world and the questions that could tell of a record. */

import { catalogue } from "#analytics";
import type { Route } from "#base/platform";
import { accounts, activities, contacts, idOf, opportunities, people } from "./world.ts";

type Kind = Parameters<typeof idOf>[0];
const each = (kind: Kind, of: readonly { readonly number: number }[]) =>
  of.map(({ number }) => idOf(kind, number));

const ids = {
  opportunity: each("opportunity", opportunities),
  account: each("account", accounts),
  contact: each("contact", contacts),
  activity: each("activity", activities),
  product: [idOf("product", 1)],
  person: people.map((_, at) => idOf("person", at + 1)),
};
const nouns = ["opportunity", "account", "contact", "product", "activity"] as const;

/** A path with one id of each record, the day fixed. */
const withId = (path: string, of: readonly string[]) => of.map((id) => path.replace(":id", id));

const listed: Readonly<Record<string, readonly string[]>> = {
  opportunity: [
    "sort=-amount",
    "sort=owner",
    "sort=account",
    "group=owner",
    "group=stage",
    "group=closeOn:month",
    "search=4",
    "filter=amount.at-least(500)",
    `filter=owner.one-of(${idOf("person", 10)})`,
    `filter=account.one-of(${idOf("account", 10)})`,
  ],
  account: ["sort=-name", "group=owner", "search=1", `filter=owner.one-of(${idOf("person", 10)})`],
  contact: ["sort=-name", "group=account", "search=1", `filter=account.one-of(${idOf("account", 10)})`],
  product: ["sort=name"],
  activity: ["sort=-subject", "group=kind", "search=1"],
};
const columns: Readonly<Record<string, readonly string[]>> = {
  opportunity: ["owner", "account", "stage"],
  account: ["owner"],
  contact: ["account", "owner"],
  product: [],
  activity: ["kind"],
};
const plural = {
  opportunity: "opportunities",
  account: "accounts",
  contact: "contacts",
  product: "products",
  activity: "activities",
};

const pages = (noun: (typeof nouns)[number]) => [
  ...["", ...(listed[noun] ?? [])].map((query) => `/api/${plural[noun]}?limit=200&${query}`),
  `/api/${plural[noun]}?limit=2`,
];
const overLists = (path: string, queries: (noun: string) => readonly string[]) =>
  nouns.flatMap((noun) => queries(noun).map((query) => `${path.replace(":noun", noun)}?${query}`));

const period = "from=2026-01-01&to=2026-12-31";
const cuts = ["", "&by=account"];
const measures = catalogue.measures.map(({ name }) => name);

/** By path: what is asked. A GET route that is not here and not {@link closed} is missing from the surface. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/api/session": ["/api/session"],
  "/api/workspace": ["/api/workspace"],
  "/api/fiscal-periods": ["/api/fiscal-periods"],
  "/api/exchange-rates": ["/api/exchange-rates"],
  "/api/people": ["/api/people", "/api/people?search=r"],
  "/api/people/:id": withId("/api/people/:id", ids.person),
  "/api/people/:id/open-work": withId("/api/people/:id/open-work", ids.person),
  "/api/teams": ["/api/teams"],
  "/api/organization/lines": ["/api/organization/lines"],
  "/api/reassignments": ["/api/reassignments"],
  "/api/ladders": ["/api/ladders"],
  "/api/career": ["/api/career"],
  "/api/organization": ["/api/organization", "/api/organization?asOf=2026-02-01"],
  "/api/accounts": pages("account"),
  "/api/accounts/:id": withId("/api/accounts/:id", ids.account),
  "/api/contacts": pages("contact"),
  "/api/contacts/:id": withId("/api/contacts/:id", ids.contact),
  "/api/products": pages("product"),
  "/api/products/:id": withId("/api/products/:id", ids.product),
  "/api/opportunities": pages("opportunity"),
  "/api/opportunities/:id": withId("/api/opportunities/:id", ids.opportunity),
  "/api/opportunities/:id/as-of/:date": withId("/api/opportunities/:id/as-of/2026-02-20", ids.opportunity),
  "/api/activities": pages("activity"),
  "/api/activities/:id": withId("/api/activities/:id", ids.activity),
  "/api/workspaces": ["/api/workspaces"],
  "/api/pipelines/:id/use": [`/api/pipelines/${idOf("pipeline", 1)}/use`],
  "/api/pipelines": ["/api/pipelines"],
  "/api/fields": ["/api/fields"],
  "/api/views": nouns.map((noun) => `/api/views?noun=${noun}`),
  "/api/lists/:noun/outline": overLists("/api/lists/:noun/outline", (noun) => ["", ...(listed[noun] ?? [])]),
  "/api/lists/:noun/values": overLists("/api/lists/:noun/values", (noun) =>
    (columns[noun] ?? []).map((name) => `column=${name}`),
  ),
  "/api/lists/:noun/export.csv": overLists("/api/lists/:noun/export.csv", () => [""]),
  "/api/lists/:noun/export.xlsx": overLists("/api/lists/:noun/export.xlsx", () => [""]),
  "/api/history/:noun/:id": (["opportunity", "account", "contact", "activity", "person"] as const).flatMap(
    (noun) => withId(`/api/history/${noun}/:id`, ids[noun]),
  ),
  "/api/known-days": ["/api/known-days"],
  "/api/search": ["opp", "acc", "contact", "10", "person"].map(
    (text) => `/api/search?query=${text}&limit=50`,
  ),
  "/api/targets": ["/api/targets"],
  "/api/costs": ["/api/costs"],
  "/api/roles": ["/api/roles"],
  "/api/pipeline": ["", "by=person", "by=account", "asOf=2026-02-20"].map(
    (query) => `/api/pipeline?${query}`,
  ),
  "/api/pipeline/records": ["/api/pipeline/records?limit=200"],
  "/api/pipeline/trend": ["", "&by=person"].map(
    (by) => `/api/pipeline/trend?from=2026-01-15&to=2026-03-10${by}`,
  ),
  "/api/waterfall": ["/api/waterfall?from=2026-02-15&to=2026-03-10"],
  "/api/waterfall/records": ["new", "increased", "removed", "end"].map(
    (step) => `/api/waterfall/records?from=2026-02-15&to=2026-03-10&step=${step}`,
  ),
  "/api/measures": ["/api/measures"],
  "/api/measures/:name": measures.flatMap((name) =>
    cuts.map((cut) => `/api/measures/${name}?${period}${cut}`),
  ),
  "/api/measures/:name/distribution": measures.map((name) => `/api/measures/${name}/distribution?${period}`),
  "/api/measures/:name/records": measures.map((name) => `/api/measures/${name}/records?${period}`),
  "/api/adviser/questions": ["/api/adviser/questions"],
  "/api/adviser/saved": ["/api/adviser/saved"],
};

/** GET routes that need the reach of the whole company, or that tell the same to everybody, with the reason. */
export const closed: Readonly<Record<string, string>> = {
  "/api/own-sign-in": "tells of one's own seat and sessions, which nobody else's records touch",
  "/api/openapi.json": "tells what calls there are, and nothing of any record",
  "/api/roles/:key": "job profiles are the same for everybody",
  "/api/roles/:key/beside/:other": "job profiles are the same for everybody",
  "/api/adviser/advice":
    "works out an answer to what is sent along; own figures are read as the asker sees them",
  "/api/adviser/saved/:id": "advice is kept for who reaches the company; the list is asked",
  "/api/adviser/saved/:id/beside/:other": "advice is kept for who reaches the company; the list is asked",
};

/** Every question to the routes that a permission opens. */
export function surface(routes: readonly Route[], rights: readonly string[]): string[] {
  return routes
    .filter(({ shape }) => shape.method === "GET" && rights.includes(shape.permission))
    .flatMap(({ shape }) => asked[shape.path] ?? []);
}

/** The routes that nobody put into the surface. */
export function forgotten(routes: readonly Route[], rights: readonly string[]): string[] {
  return routes
    .filter(({ shape }) => shape.method === "GET" && rights.includes(shape.permission))
    .map(({ shape }) => shape.path)
    .filter((path) => !(path in asked) && !(path in closed));
}
