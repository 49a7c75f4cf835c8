/** Whom somebody reaches, by which way: what the page of reach is made from, as a map. */
import { reachedWithReasons } from "#people";

export async function reachedOf(...args: Parameters<typeof reachedWithReasons>) {
  return new Map((await reachedWithReasons(...args)).map(({ id, by }) => [id, by]));
}
