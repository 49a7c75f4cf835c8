/** How the scenes are looked at: by day and by night, at a desk and on a phone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mark } from "./mark.ts";
import type { Look } from "./told-house.ts";

export type LookName = "desk-light" | "desk-dark" | "phone-light" | "phone-dark";

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

export const looks: Readonly<Record<LookName, Look>> = {
  "desk-light": { ...desk, scheme: "light" },
  "desk-dark": { ...desk, scheme: "dark" },
  "phone-light": { ...phone, scheme: "light" },
  "phone-dark": { ...phone, scheme: "dark" },
};

/** The looks that are checked each time: both schemes and both widths. The others are combinations of the same. */
export const checkedLooks: readonly LookName[] = ["desk-light", "phone-dark"];

/** The accepted marks, by look and scene. `node bin/gallery.ts` writes them. */
export type Marks = Readonly<Record<string, Readonly<Record<string, Mark>>>>;

export const marksFile = join(import.meta.dirname, "marks.json");

export const acceptedMarks = (): Marks => JSON.parse(readFileSync(marksFile, "utf8")) as Marks;

/** The share of a picture that may change without anybody having looked. */
export const mostChanged = 0.1;
