/** Places in a tree as paths: "/1/3/", "1.3", or the bits of SQL Server's hierarchyid in hexadecimal digits. */

/** Ordinals by the bits that begin them: what is added to the value, and the bits: x is a digit, 0 and 1 only stand there. */
const layouts: readonly (readonly [prefix: string, base: number, bits: string])[] = [
  ["01", 0, "xx"],
  ["100", 4, "xx"],
  ["101", 8, "xxx"],
  ["110", 16, "xx0x1xxx"],
  ["1110", 80, "xxx0xxx0x1xxx"],
  ["11110", 1104, "xxxxx0xxx0x1xxx"],
  ["00111", -8, "xxx"],
  ["0010", -72, "xx0x1xxx"],
  ["000110", -4168, "xxxxx0xxx0x1xxx"],
];

const bitsOf = (hex: string): string =>
  [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");

/** The steps of a hierarchyid; null when the digits are none. "5AC0" → ["1", "1"]. */
function stepsOfBits(hex: string): string[] | null {
  const bits = bitsOf(hex);
  const steps: string[] = [];
  let step = "";
  let at = 0;
  while (bits.slice(at).includes("1")) {
    const layout = layouts.find(([prefix]) => bits.startsWith(prefix, at));
    if (layout === undefined) return null;
    const [prefix, base, pattern] = layout;
    at += prefix.length;
    let value = "";
    for (const sign of pattern) {
      const bit = bits[at];
      at += 1;
      if (bit === undefined || (sign !== "x" && bit !== sign)) return null;
      if (sign === "x") value += bit;
    }
    step += String(base + Number.parseInt(value, 2));
    const ends = bits[at];
    at += 1;
    if (ends === undefined) return null;
    if (ends === "0") {
      step += ".";
      continue;
    }
    steps.push(step);
    step = "";
  }
  return step === "" ? steps : null;
}

const isHex = (text: string): boolean => /^(0x)?([0-9a-f]{2})*$/i.test(text);

/**
 * Reads the paths of a column, all in the way in which the column writes them; "" for the root. A value that is no
 * path is null.
 */
export function readPaths(values: readonly string[]): (readonly string[] | null)[] {
  const parted = values.some((value) => /[/\\.>]/.test(value));
  return values.map((value) => {
    const text = value.trim();
    if (parted) return text.split(/[/\\.>]+/).flatMap((step) => (step.trim() === "" ? [] : [step.trim()]));
    return isHex(text) ? stepsOfBits(text.replace(/^0x/i, "")) : null;
  });
}

/** The place above each place of a tree: its own path without the last step. The root's, or one nobody has: null. */
export function placesAbove(paths: readonly (readonly string[] | null)[]): (number | null)[] {
  const written = (path: readonly string[]) => path.join("/");
  const holders = new Map<string, number | null>();
  for (const [at, path] of paths.entries()) {
    if (path === null) continue;
    // A place that two hold says of nobody who is above.
    holders.set(written(path), holders.has(written(path)) ? null : at);
  }
  return paths.map((path) =>
    path === null || path.length === 0 ? null : (holders.get(written(path.slice(0, -1))) ?? null),
  );
}
