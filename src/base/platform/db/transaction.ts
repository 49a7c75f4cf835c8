import { AsyncLocalStorage } from "node:async_hooks";

/** Whether this call chain is inside a transaction of `writeAs` that has not ended. */
interface OpenTransaction {
  open: boolean;
}
const current = new AsyncLocalStorage<OpenTransaction>();

/** Runs `work` as the inside of a transaction. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { open: true };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}

/**
 * Refuses a second connection inside a transaction. The embedded database has one session, so that such a query
 * would wait for the transaction which waits for it, for ever; on a server it would not see the transaction's rows.
 */
export function refuseSecondConnection(): void {
  if (current.getStore()?.open !== true) return;
  throw new Error(
    "A query went to the database past the open transaction. Inside writeAs, use the `trx` that it hands over.",
  );
}
