import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Band, BandKind, BandSaid } from "./band.ts";
import type { Factor, FactorKind } from "./factor.ts";

/** One of the company's own bands. */
export interface OwnBand extends Band {
  readonly version: number;
}

function bands(db: Db, workspaceId: string) {
  return db
    .selectFrom("pay.band as b")
    .select(["b.id as key", "b.version", "b.role_key as roleKey", "b.role_name as roleName"])
    .select(["b.level", "b.location", "b.kind", "b.currency", "b.source", "b.year"])
    .select(["b.low_minor as lowMinor", "b.mid_minor as midMinor", "b.high_minor as highMinor"])
    .select("b.open_above as openAbove")
    .where("b.workspace_id", "=", workspaceId)
    .where("b.removed_at", "is", null);
}
type Row = Awaited<ReturnType<ReturnType<typeof bands>["executeTakeFirstOrThrow"]>>;
const bandFrom = (row: Row): OwnBand => ({ ...row, kind: row.kind as BandKind, own: true, grade: null });

/** The company's own bands by role, the newest year first. */
export async function listOwnBands(db: Db, sight: Sight): Promise<OwnBand[]> {
  const query = bands(db, sight.workspaceId).orderBy("b.role_name").orderBy("b.kind");
  return (await query.orderBy("b.year", "desc").orderBy("b.id").execute()).map(bandFrom);
}

export async function findOwnBand(db: Db, workspaceId: string, id: string): Promise<OwnBand | undefined> {
  const row = await bands(db, workspaceId).where("b.id", "=", id).executeTakeFirst();
  return row && bandFrom(row);
}

/** One of the company's own bands, held until the transaction ends. */
export async function holdOwnBand(db: Db, workspaceId: string, id: string): Promise<OwnBand | undefined> {
  const row = await bands(db, workspaceId).where("b.id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row && bandFrom(row);
}

const columnsOf = (said: BandSaid) => ({
  role_key: said.roleKey,
  role_name: said.roleName,
  level: said.level,
  location: said.location,
  kind: said.kind,
  currency: said.currency,
  low_minor: said.lowMinor,
  mid_minor: said.midMinor,
  high_minor: said.highMinor,
  open_above: said.openAbove,
  source: said.source,
  year: said.year,
});

export async function insertBand(db: Db, workspaceId: string, id: string, said: BandSaid): Promise<void> {
  await db
    .insertInto("pay.band")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said) })
    .execute();
}

export async function storeBand(db: Db, workspaceId: string, id: string, said: BandSaid): Promise<void> {
  await db
    .updateTable("pay.band")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks a band or a factor as removed and gives its new version. */
export async function markRemoved(
  db: Db,
  workspaceId: string,
  table: "pay.band" | "pay.factor",
  id: string,
): Promise<number> {
  const row = await db
    .updateTable(table)
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface HeldFactor extends Factor {
  readonly id: string;
  readonly version: number;
  readonly band: string;
  /** Where it stands among the adjustments of its band. */
  readonly position: number;
}

function factors(db: Db, workspaceId: string) {
  return db
    .selectFrom("pay.factor")
    .select(["id", "version", "band", "position", "kind", "reason", "source"])
    .select(sql<string>`trim_scale(factor)::text`.as("factor"))
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null);
}
type FactorRow = Awaited<ReturnType<ReturnType<typeof factors>["executeTakeFirstOrThrow"]>>;
const factorFrom = (row: FactorRow): HeldFactor => ({ ...row, kind: row.kind as FactorKind });

/** The stated adjustments of all bands, in their order. */
export async function listFactors(db: Db, sight: Sight): Promise<HeldFactor[]> {
  return (await factors(db, sight.workspaceId).orderBy("position").orderBy("id").execute()).map(factorFrom);
}

export async function holdFactor(db: Db, workspaceId: string, id: string): Promise<HeldFactor | undefined> {
  const row = await factors(db, workspaceId).where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row && factorFrom(row);
}

export async function insertFactor(
  db: Db,
  workspaceId: string,
  { id, band, position, kind, factor, reason, source }: Omit<HeldFactor, "version">,
): Promise<void> {
  await db
    .insertInto("pay.factor")
    .values({ workspace_id: workspaceId, id, band, position, kind, factor, reason, source })
    .execute();
}

/** The place behind the last adjustment of a band. */
export async function nextPosition(db: Db, workspaceId: string, band: string): Promise<number> {
  const row = await db
    .selectFrom("pay.factor")
    .select((of) => of.fn.max("position").as("last"))
    .where("workspace_id", "=", workspaceId)
    .where("band", "=", band)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
