import { findAuditHead, listAuditChains, type Services, shownHash } from "#base/platform";

/**
 * Gives a function that tells the log the head of every chain of the audit log, at most once a day (in UTC). Where the log
 * is kept elsewhere, nobody can cut off the end of the audit log, or write it anew, without its being found: `quarterdeck
 * audit verify --head` asks for a head that was told.
 */
export function tellHeadsDaily({ database, clock, log }: Services): () => Promise<void> {
  let told = "";
  return async () => {
    const day = clock.now().toString().slice(0, 10);
    if (day === told) return;
    told = day;
    try {
      for (const workspace of await listAuditChains(database.db)) {
        const head = await findAuditHead(database.db, workspace);
        if (!head) continue;
        const { eventNo, hash } = head;
        log("info", "Head of the audit log.", { workspace, events: Number(eventNo), head: shownHash(hash) });
      }
    } catch (error) {
      log("warn", "The head of the audit log could not be read; it is tried again tomorrow.", { error });
    }
  };
}
