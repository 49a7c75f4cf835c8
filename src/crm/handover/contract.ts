/** Open work on the wire: what somebody still has to their name, and giving it to somebody else. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, instantText, money, reference } from "#base/wire";
import { workNouns } from "./open-work.ts";

const part = <Item extends z.ZodRawShape>(item: Item) =>
  z.strictObject({
    count: z.int().describe("How many there are; at most the first thousand are listed"),
    items: z.array(z.strictObject({ id: idText, name: z.string(), ...item })),
  });

export const getOpenWork = endpoint({
  method: "GET",
  path: "/api/people/:id/open-work",
  permission: "records.read",
  summary:
    "What somebody still has to their name: open opportunities, accounts, contacts, and activities that are not done.",
  params: idParams,
  output: z.strictObject({
    opportunity: part({ account: reference.nullable(), amount: money, closeOn: dateText.nullable() }),
    account: part({}),
    contact: part({ account: reference.nullable() }),
    activity: part({ dueAt: instantText.nullable() }),
    amounts: z.array(money).describe("What the open opportunities add up to, by currency"),
  }),
});
export type OpenWork = z.infer<typeof getOpenWork.shape.output>;

const ids = z.array(idText).max(5000).default([]);
const records = z.strictObject({ opportunity: ids, account: ids, contact: ids, activity: ids });

export const handOver = endpoint({
  method: "POST",
  path: "/api/people/:id/hand-over",
  permission: "records.write",
  summary:
    "Gives open work to another owner, all of it (no records given) or the records given, all or none; what is closed stays.",
  params: idParams,
  body: z.strictObject({ toId: idText, records: records.nullable().default(null) }),
  output: z.strictObject({
    from: reference,
    to: reference,
    joined: z
      .int()
      .describe(
        "Opportunities of which the new owner had a share already and now has both; handing back cannot part them",
      ),
    records: z.strictObject(
      Object.fromEntries(workNouns.map((noun) => [noun, z.array(idText)])) as Record<
        (typeof workNouns)[number],
        z.ZodArray<typeof idText>
      >,
    ),
  }),
});
export type HandedOver = z.infer<typeof handOver.shape.output>;
