/**
 * Attempts to sign in, counted so that nobody can try passwords: ten a quarter of an hour for an account, fifty for a
 * network. A network from which the account was signed in to lately has an account's count of its own, so that somebody
 * who tries elsewhere does not keep the holder out. An attempt counts when it begins, so that many at once get no further;
 * one that succeeds is taken back, and one that was refused for this reason does not count.
 */
export const ACCOUNT_ATTEMPTS = 10;
export const NETWORK_ATTEMPTS = 50;
export const WINDOW_MINUTES = 15;
/** How many accounts and networks are kept at most; beyond, those that were tried longest ago are forgotten. */
const KEPT_MAX = 100_000;

export interface Attempt {
  /** What is tried; null where only the network counts. */
  readonly account: string | null;
  readonly network: string;
  /** Whether the account was signed in to from this network lately. */
  readonly familiar: boolean;
}

export class Attempts {
  readonly #begun = new Map<string, Temporal.Instant[]>();

  /** Counts an attempt and gives null, or the seconds to wait, without counting, where there were too many. */
  begin(attempt: Attempt, now: Temporal.Instant): number | null {
    const keys = keysOf(attempt);
    const waits = keys.flatMap(({ key, most }) => {
      const recent = this.#recent(key, now);
      const oldest = recent.length < most ? undefined : recent.at(-most);
      return oldest ? [Math.ceil(oldest.add({ minutes: WINDOW_MINUTES }).since(now).total("seconds"))] : [];
    });
    if (waits.length > 0) return Math.max(1, ...waits);
    for (const { key } of keys) this.#keep(key, [...this.#recent(key, now), now]);
    return null;
  }

  /** Takes an attempt back that was none: it succeeded, or what was shown was right so far. */
  takeBack(attempt: Attempt): void {
    for (const { key } of keysOf(attempt)) this.#begun.get(key)?.pop();
  }

  #recent(key: string, now: Temporal.Instant): Temporal.Instant[] {
    const since = now.subtract({ minutes: WINDOW_MINUTES });
    return (this.#begun.get(key) ?? []).filter((begun) => Temporal.Instant.compare(begun, since) > 0);
  }

  #keep(key: string, begun: Temporal.Instant[]): void {
    this.#begun.delete(key);
    this.#begun.set(key, begun);
    const [oldest] = this.#begun.keys();
    if (this.#begun.size > KEPT_MAX && oldest !== undefined) this.#begun.delete(oldest);
  }
}

function keysOf({ account, network, familiar }: Attempt): { key: string; most: number }[] {
  const ofNetwork = { key: `network ${network}`, most: NETWORK_ATTEMPTS };
  if (account === null) return [ofNetwork];
  const from = familiar ? ` from ${network}` : "";
  return [{ key: `account ${account}${from}`, most: ACCOUNT_ATTEMPTS }, ofNetwork];
}
