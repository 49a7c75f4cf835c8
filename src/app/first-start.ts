/** The first start: the sample company moves in, so that there is something to see before anything is imported. */
import { today } from "#base/kernel";
import { writeAs, type Services } from "#base/platform";
import { composeCast, company, usualSeed, usualSize } from "#test/cast";
import { createSampleWorkspace, loadCast } from "../../test/cast/store.ts";

/** Up to this size the company moves in in one transaction: all of it or nothing. */
const mostAtOnce = 20_000;

/** Loads the sample company, told as of today, into a new workspace. Gives the workspace's id. */
export async function loadSampleCompany(
  services: Services,
  say: (message: string) => void,
  size: number = usualSize,
): Promise<string> {
  const { database, clock } = services;
  const cast = composeCast({ seed: usualSeed, size, asOf: today(clock, company.timeZone) });
  say(`Loading the sample company, ${cast.company.name}: ${size} opportunities …`);
  let told = 0;
  const progress = ({ opportunities, of }: { opportunities: number; of: number }) => {
    const tenth = Math.floor((opportunities * 10) / of);
    if (tenth === told) return;
    told = tenth;
    say(`  ${opportunities} of ${of}`);
  };
  if (size > mostAtOnce) {
    const workspaceId = await createSampleWorkspace(database.db, clock);
    await loadCast(database.db, cast, workspaceId, clock, progress);
    return workspaceId;
  }
  const sample = { workspaceId: "", authorId: null, author: "Sample company", source: "sample" };
  return writeAs(database.db, sample, clock, async (trx) => {
    const workspaceId = await createSampleWorkspace(trx, clock);
    await loadCast(trx, cast, workspaceId, clock, progress);
    return workspaceId;
  });
}
