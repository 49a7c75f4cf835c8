/**
 * SQL Server's hierarchyid, as it is exported: hexadecimal text of a path, read bit by bit. Each element has a prefix that
 * says how large it is, its bits, and a one at its end; zeros fill the last byte. Read apart from the import.
 */

/** The sizes that an organization of some hundreds needs: prefix, the bits of the value ("x") and the least value. */
const sizes = [
  { prefix: "01", bits: "xx", least: 0 },
  { prefix: "100", bits: "xx", least: 4 },
  { prefix: "101", bits: "xxx", least: 8 },
  { prefix: "110", bits: "xx0x1xxx", least: 16 },
] as const;

/** "5AC0" → [1, 1]; "" → [], which is the top. Refuses what is none, and elements from 80 on. */
export function pathOfHierarchyId(hex: string): number[] {
  let bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  const path: number[] = [];
  while (bits.includes("1")) {
    const size = sizes.find(({ prefix }) => bits.startsWith(prefix));
    if (!size) throw new Error(`${hex} has an element that cannot be read.`);
    const { prefix, bits: shape, least } = size;
    const given = bits.slice(prefix.length, prefix.length + shape.length);
    const value = [...shape].map((sign, at) => (sign === "x" ? given[at] : "")).join("");
    const end = prefix.length + shape.length;
    if (bits[end] !== "1") throw new Error(`${hex} has an element that does not end.`);
    path.push(least + Number.parseInt(value, 2));
    bits = bits.slice(end + 1);
  }
  return path;
}
