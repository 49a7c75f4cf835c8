/** How each noun is changed cell by cell: by the very actions that its own endpoints call. */
import type { z } from "zod";
import type { Clock } from "#base/kernel";
import type { Db } from "#base/platform";
import { idText } from "#base/wire";
import * as accounts from "../../accounts/actions.ts";
import { changeAccount } from "../../accounts/contract.ts";
import { givenAccount, shownAccount } from "../../accounts/show-actions.ts";
import * as activities from "../../activities/actions.ts";
import { changeActivity } from "../../activities/contract.ts";
import { givenActivity, shownActivity } from "../../activities/show-actions.ts";
import * as contacts from "../../contacts/actions.ts";
import { changeContact } from "../../contacts/contract.ts";
import { givenContact, shownContact } from "../../contacts/show-actions.ts";
import * as opportunities from "../../opportunities/actions.ts";
import { changeOpportunity } from "../../opportunities/contract.ts";
import { givenOpportunity, shownDetail } from "../../opportunities/show-actions.ts";
import { moveToStage } from "../../opportunities/stage-actions.ts";
import * as products from "../../products/actions.ts";
import { changeProduct } from "../../products/contract.ts";
import { givenProduct, shownProduct } from "../../products/show-actions.ts";
import type { ListNoun } from "../list-noun.ts";

export interface CellCall {
  readonly db: Db;
  readonly workspaceId: string;
  readonly clock: Clock;
}
/** A record as it is shown; what matters here is that it has a version. */
export interface Shown {
  readonly id: string;
  readonly version: number;
}
interface CellNoun<B extends z.ZodType = z.ZodType> {
  /** What the noun's endpoint takes for a change. */
  readonly body: B;
  find(call: CellCall, id: string): Promise<Shown>;
  change(call: CellCall, id: string, version: number, body: z.output<B>): Promise<Shown>;
}
const noun = <B extends z.ZodType>(one: CellNoun<B>): CellNoun => one as unknown as CellNoun;

export const cellNouns: Readonly<Record<ListNoun, CellNoun>> = {
  account: noun({
    body: changeAccount.shape.body,
    find: async ({ db, workspaceId }, id) => shownAccount(await accounts.accountOf(db, workspaceId, id)),
    change: async ({ db, workspaceId }, id, version, body) =>
      shownAccount(await accounts.changeAccount(db, workspaceId, id, version, givenAccount(body))),
  }),
  contact: noun({
    body: changeContact.shape.body,
    find: async ({ db, workspaceId }, id) => shownContact(await contacts.contactOf(db, workspaceId, id)),
    change: async ({ db, workspaceId }, id, version, body) =>
      shownContact(await contacts.changeContact(db, workspaceId, id, version, givenContact(body))),
  }),
  product: noun({
    body: changeProduct.shape.body,
    find: async ({ db, workspaceId }, id) => shownProduct(await products.productOf(db, workspaceId, id)),
    change: async ({ db, workspaceId }, id, version, body) =>
      shownProduct(await products.changeProduct(db, workspaceId, id, version, givenProduct(body))),
  }),
  activity: noun({
    body: changeActivity.shape.body,
    find: async ({ db, workspaceId }, id) => shownActivity(await activities.activityOf(db, workspaceId, id)),
    change: async ({ db, workspaceId }, id, version, body) =>
      shownActivity(await activities.changeActivity(db, workspaceId, id, version, givenActivity(body))),
  }),
  opportunity: noun({
    body: changeOpportunity.shape.body.extend({ stageId: idText.optional() }),
    find: async ({ db, workspaceId }, id) =>
      shownDetail(await opportunities.opportunityOf(db, workspaceId, id)),
    async change({ db, workspaceId, clock }, id, version, { stageId, ...body }) {
      const given = givenOpportunity(body);
      const changed =
        Object.keys(body).length === 0
          ? null
          : await opportunities.changeOpportunity(db, workspaceId, clock, id, version, given);
      if (stageId === undefined)
        return changed ? shownDetail(changed) : this.find({ db, workspaceId, clock }, id);
      const held = { workspaceId, clock, id, expectedVersion: changed?.version ?? version };
      return shownDetail(await moveToStage(db, held, { stageId }));
    },
  }),
};
