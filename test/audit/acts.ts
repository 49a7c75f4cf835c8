/** What can be done that the audit log tells of, each with the events that it leaves. */
import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import * as crm from "#crm/contract";
import { makeSignInLink } from "#people";
import * as people from "#people/contract";
import * as upkeep from "../../src/app/upkeep/contract.ts";
import { testHost } from "../client.ts";
import { imported } from "../importing.ts";
import { clock, type WatchedDesk } from "./desk.ts";

const embedded = !process.env.QUARTERDECK_TEST_DATABASE_URL;
type Act = [what: string, act: (desk: WatchedDesk) => Promise<unknown>, events: string[]];

const key = async (desk: WatchedDesk) =>
  (await desk.call(people.createKey, { body: { name: "K", rights: "read", days: 1 } })).id;
const rate = { currency: "EUR", startsOn: "2026-01-01", rate: "1.1" };
const field = { noun: "account", key: "tier", label: "Tier", type: "text" } as const;
const pipeline = { name: "Renewals", stages: [{ name: "Talk" }, { name: "Won", outcome: "won" }] };
export const signIn = async (desk: WatchedDesk) => {
  const url = await makeSignInLink(desk.database.db, desk.workspaceId, clock, randomBytes);
  return desk.server.inject({ method: "GET", url, headers: { host: testHost } });
};
let kept: { id: string; version: number } = { id: "", version: 0 };
const keep = (made: object) => {
  kept = made as typeof kept;
};
const changed = () => ({ params: { id: kept.id }, ifMatch: kept.version });
let importId = "";
const list =
  (format: string, query = "") =>
  (desk: WatchedDesk) =>
    desk.inject({ method: "GET", url: `/api/lists/opportunity/export.${format}${query}` });

export const acts: Act[] = [
  [
    "a sign-in link is made",
    (desk) => desk.call(people.offerSignIn, { body: {} }),
    ["sign-in link made | done | POST /api/sign-in-links"],
  ],
  ["somebody signs in", signIn, ["signed in | done | GET /sign-in"]],
  [
    "all other sessions are ended",
    (desk) => desk.call(people.endOtherSessions, {}),
    ["session ended | done | POST /api/sessions/end-others | session"],
  ],
  [
    "a link is shown that is no good",
    (desk) =>
      desk.server.inject({
        method: "GET",
        url: `/sign-in?token=${"z".repeat(43)}`,
        headers: { host: testHost },
      }),
    ["sign-in refused | refused | GET /sign-in"],
  ],
  [
    "a key is made and ended",
    async (desk) => desk.call(people.endKey, { params: { id: await key(desk) } }),
    [
      "key made | done | POST /api/keys | people.api_key",
      "key ended | done | POST /api/keys/:id/end | people.api_key",
    ],
  ],
  [
    "a workspace is changed",
    (desk) => desk.call(people.configureWorkspace, { ifMatch: 1, body: { fiscal: { startMonth: 2 } } }),
    ["workspace changed | done | PATCH /api/workspace | base.workspace"],
  ],
  [
    "a rate is stated",
    async (desk) => keep(await desk.call(people.setExchangeRate, { body: rate })),
    ["exchange rate stated | done | PUT /api/exchange-rates | base.exchange_rate"],
  ],
  [
    "a rate is taken back",
    (desk) => desk.call(people.removeExchangeRate, changed()),
    ["exchange rate taken back | done | DELETE /api/exchange-rates/:id | base.exchange_rate"],
  ],
  [
    "a field is defined",
    async (desk) => keep(await desk.call(crm.createField, { body: field as never })),
    ["field changed | done | POST /api/fields | crm.custom_field"],
  ],
  [
    "a field is renamed",
    async (desk) =>
      keep(await desk.call(crm.changeField, { ...changed(), body: { label: "Rank" } as never })),
    ["field changed | done | PATCH /api/fields/:id | crm.custom_field"],
  ],
  [
    "a field is removed",
    (desk) => desk.call(crm.removeField, changed()),
    ["field removed | done | DELETE /api/fields/:id | crm.custom_field"],
  ],
  [
    "a pipeline is added",
    async (desk) => keep(await desk.call(crm.createPipeline, { body: pipeline as never })),
    ["pipeline changed | done | POST /api/pipelines | crm.pipeline"],
  ],
  [
    "pipelines are put in order",
    (desk) => desk.call(crm.orderPipelines, { body: { ids: [kept.id] } as never }),
    ["pipelines ordered | done | PUT /api/pipelines"],
  ],
  [
    "a role profile is written",
    async (desk) => {
      const { key, name, level, sections } = await desk.call(people.getRole, {
        params: { key: "vp-sales-operations" },
      });
      const texts = Object.fromEntries(
        Object.entries(sections).map(([section, lines]) => [section, lines.map(({ text }) => text)]),
      );
      return desk.call(people.writeRole, { body: { key, name, level, sections: texts as never } });
    },
    ["role profile changed | done | POST /api/roles | people.role"],
  ],
  [
    "a list is exported as CSV",
    list("csv"),
    ["export | done | GET /api/lists/:noun/export.csv | opportunity"],
  ],
  [
    "a list is exported as a workbook",
    list("xlsx", "?filter=name.contains(canaryqx)"),
    ["export | done | GET /api/lists/:noun/export.xlsx | opportunity"],
  ],
  [
    "the audit log itself is exported",
    (desk) => desk.inject({ method: "GET", url: "/api/audit/export" }),
    ["export | done | GET /api/audit/export | audit"],
  ],
  [
    "an import is started",
    async (desk) => {
      importId = (
        await imported(desk, {
          "deals.csv":
            "Deal ID,Name,Stage,Amount,Created\nX1,One,Talk,5,2026-01-05\nX2,Two,Talk,7,2026-01-05\nX3,Three\n",
        })
      ).id;
    },
    ["import started | done | POST /api/imports/:id/start | crm.import"],
  ],
  [
    "rejected rows are exported",
    (desk) =>
      desk.inject({ method: "GET", url: `/api/imports/${importId}/rejects.csv?file=deals.csv&part=1` }),
    ["export | done | GET /api/imports/:id/rejects.csv | imports"],
  ],
  [
    "an import is undone",
    async (desk) => {
      await desk.call(crm.lookAtUndo, { params: { id: importId } });
      await expect
        .poll(
          () =>
            desk.call(crm.undoImport, { params: { id: importId }, body: {} }).then(
              () => true,
              () => false,
            ),
          {
            timeout: 20_000,
          },
        )
        .toBe(true);
    },
    ["import undone | done | POST /api/imports/:id/undo | crm.import"],
  ],
  [
    "a backup is taken",
    (desk) => desk.call(upkeep.takeBackupNow, {}),
    ["backup taken | done | PUT /api/upkeep/backup"],
  ],
  [
    "the copy is made anew",
    (desk) => desk.call(upkeep.rebuildReplica, {}),
    ["copy rebuilt | done | PUT /api/upkeep/replica"],
  ],
  [
    embedded ? "a snapshot is taken" : "a snapshot fails",
    (desk) => desk.call(upkeep.takeSnapshotNow, {}).catch(() => undefined),
    [`snapshot taken | ${embedded ? "done" : "failed"} | PUT /api/upkeep/snapshot`],
  ],
  [
    "the command line asks with a wrong token",
    (desk) =>
      desk.server.inject({
        method: "GET",
        url: "/api/keys",
        headers: { host: testHost, authorization: "Bearer wrong" },
      }),
    ["credential refused | refused | GET /api/keys"],
  ],
  [
    "a session that is no good is shown",
    (desk) =>
      desk.server.inject({
        method: "GET",
        url: "/api/people",
        headers: { host: testHost, cookie: "quarterdeck_session=gone" },
      }),
    ["credential refused | refused | GET /api/people"],
  ],
  [
    "a page is asked for under a foreign name",
    (desk) => desk.server.inject({ method: "GET", url: "/api/people", headers: { host: "evil.example" } }),
    ["foreign request | refused | GET /api/people"],
  ],
];
