/** What a caller wants changed: what is left out stays as it is, null clears. */
export type Amendment<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A record with the given changes. */
export function amended<T extends object>(held: T, given: Amendment<T>): T {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...held, ...(Object.fromEntries(said) as Partial<T>) };
}

/** Custom values with the given changes: a null takes a value away. */
export function amendedCustom<V>(
  held: Readonly<Record<string, V>>,
  given: Readonly<Record<string, V>> | undefined,
): Record<string, V> {
  return Object.fromEntries(Object.entries({ ...held, ...given }).filter(([, value]) => value !== null));
}
