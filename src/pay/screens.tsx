/** The door to the screens of `pay`. */
import type { PageEntry } from "#base/ui";

export const payPages: readonly PageEntry[] = [];
