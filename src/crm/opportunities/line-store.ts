/** What is sold with an opportunity, and who shares in it. */
import type { Db } from "#base/platform";
import type { Line, SplitShown } from "./opportunity.ts";

/** An opportunity's lines in their order. */
export async function linesOf(db: Db, workspaceId: string, opportunityId: string): Promise<Line[]> {
  return db
    .selectFrom("crm.opportunity_line as l")
    .innerJoin("crm.product as p", (join) =>
      join.onRef("p.workspace_id", "=", "l.workspace_id").onRef("p.id", "=", "l.product_id"),
    )
    .select(["l.id", "l.product_id as productId", "p.name as productName", "l.position", "l.quantity"])
    .select(["l.unit_price_minor as unitPriceMinor", "l.amount_minor as amountMinor"])
    .where("l.workspace_id", "=", workspaceId)
    .where("l.opportunity_id", "=", opportunityId)
    .orderBy("l.position")
    .orderBy("l.id")
    .execute();
}

type LineWritten = Omit<Line, "productName">;

const lineColumns = (line: LineWritten) => ({
  product_id: line.productId,
  position: line.position,
  quantity: line.quantity,
  unit_price_minor: line.unitPriceMinor,
  amount_minor: line.amountMinor,
});

/** Makes the lines of an opportunity these: known ids are changed, new ones added, the others go. */
export async function storeLines(
  db: Db,
  workspaceId: string,
  opportunityId: string,
  held: readonly Line[],
  lines: readonly LineWritten[],
): Promise<void> {
  const staying = new Set(lines.map((line) => line.id));
  const known = new Set(held.map((line) => line.id));
  const gone = held.filter((line) => !staying.has(line.id)).map((line) => line.id);
  if (gone.length > 0) {
    await db
      .deleteFrom("crm.opportunity_line")
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", gone)
      .execute();
  }
  for (const line of lines.filter((one) => known.has(one.id))) {
    await db
      .updateTable("crm.opportunity_line")
      .set(lineColumns(line))
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", line.id)
      .execute();
  }
  const added = lines.filter((one) => !known.has(one.id));
  if (added.length === 0) return;
  const owned = { workspace_id: workspaceId, opportunity_id: opportunityId };
  await db
    .insertInto("crm.opportunity_line")
    .values(added.map((line) => ({ ...owned, id: line.id, ...lineColumns(line) })))
    .execute();
}

/** An opportunity's splits, the largest first. */
export async function splitsOf(db: Db, workspaceId: string, opportunityId: string): Promise<SplitShown[]> {
  const rows = await db
    .selectFrom("crm.opportunity_split as s")
    .innerJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "s.workspace_id").onRef("p.id", "=", "s.person_id"),
    )
    .select(["s.id", "s.person_id as personId", "p.name as personName", "s.share"])
    .where("s.workspace_id", "=", workspaceId)
    .where("s.opportunity_id", "=", opportunityId)
    .orderBy("s.share", "desc")
    .orderBy("p.name")
    .orderBy("s.id")
    .execute();
  return rows.map((row) => ({ ...row, share: Number(row.share) }));
}

/** Makes the splits of an opportunity these, one a person. */
export async function storeSplits(
  db: Db,
  workspaceId: string,
  opportunityId: string,
  held: readonly SplitShown[],
  splits: readonly { readonly id: string; readonly personId: string; readonly share: number }[],
): Promise<void> {
  const wanted = new Map(splits.map((split) => [split.personId, split]));
  const gone = held.filter((split) => !wanted.has(split.personId)).map((split) => split.id);
  if (gone.length > 0) {
    await db
      .deleteFrom("crm.opportunity_split")
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", gone)
      .execute();
  }
  const known = new Map(held.map((split) => [split.personId, split]));
  for (const { id, personId, share } of splits) {
    const there = known.get(personId);
    if (there?.share === share) continue;
    const row = { workspace_id: workspaceId, id, opportunity_id: opportunityId, person_id: personId };
    await db
      .insertInto("crm.opportunity_split")
      .values({ ...row, share: share.toFixed(6) })
      .onConflict((taken) =>
        taken
          .columns(["workspace_id", "opportunity_id", "person_id"])
          .doUpdateSet({ share: (excluded) => excluded.ref("excluded.share") }),
      )
      .execute();
  }
}
