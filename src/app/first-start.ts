/** The first start: the sample company moves in, so that there is something to see before anything is imported. */
import { today } from "#base/kernel";
import { countTablesAnew, type Services } from "#base/platform";
import {
  company,
  composeCast,
  createSampleWorkspace,
  foundSampleCompany,
  loadCast,
  usualSeed,
  usualSize,
} from "#test/cast";

/** Up to this size the company moves in in one transaction: all of it or nothing. */
const mostAtOnce = 20_000;

/** Loads the sample company, told as of today, into a new workspace. Gives the workspace's id. */
export async function loadSampleCompany(
  { database: { db }, clock }: Services,
  say: (message: string) => void,
  size: number = usualSize,
): Promise<string> {
  const cast = composeCast({ seed: usualSeed, size, asOf: today(clock, company.timeZone) });
  say(`Loading the sample company, ${company.name}: ${size} opportunities …`);
  let told = 0;
  const progress = ({ opportunities, of }: { opportunities: number; of: number }) => {
    const tenth = Math.floor((opportunities * 10) / of);
    if (tenth > told) say(`  ${opportunities} of ${of}`);
    told = tenth;
  };
  const workspaceId = await moveIn();
  await countTablesAnew(db);
  return workspaceId;

  async function moveIn(): Promise<string> {
    if (size <= mostAtOnce) return foundSampleCompany(db, cast, clock, progress);
    const id = await createSampleWorkspace(db, clock);
    await loadCast(db, cast, id, clock, progress);
    return id;
  }
}
