/** The colours of kinds are told apart by every eye and in grey, on either ground; text can be read on what it stands on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const [light = "", dark = ""] = css.split(':root[data-mantine-color-scheme="dark"]');

type Rgb = readonly [number, number, number];

function token(theme: string, name: string): Rgb {
  const hex = new RegExp(`--qd-${name}: #([0-9a-f]{6});`).exec(theme)?.[1];
  if (hex === undefined) throw new Error(`There is no colour --qd-${name}.`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [linear(part(0)), linear(part(2)), linear(part(4))];
}

/** Severe protanopia, deuteranopia and tritanopia in linear RGB: Machado, Oliveira and Fernandes, 2009. */
const eyes: Record<string, readonly Rgb[]> = {
  "full colour": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Rgb, b: Rgb) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const seenBy = (eye: string, color: Rgb): Rgb => {
  const [r, g, b] = (eyes[eye] ?? []).map((row) => Math.min(1, Math.max(0, dot(row, color))));
  return [r ?? 0, g ?? 0, b ?? 0];
};

/** Oklab: distances in it are about as the eye sees them. */
function oklab(color: Rgb): Rgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}
const distance = (eye: string, a: Rgb, b: Rgb) => {
  const [x, y] = [oklab(seenBy(eye, a)), oklab(seenBy(eye, b))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};
const luminance = (color: Rgb) => dot([0.2126, 0.7152, 0.0722], color);
const contrast = (a: Rgb, b: Rgb) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const grey = (color: Rgb) => Math.cbrt(luminance(color));

const series = [...Array.from({ length: 8 }, (_, index) => `series-${index + 1}`), "series-rest"];
const themes = [
  ["light", light],
  ["dark", dark],
] as const;

describe.each(themes)("the %s theme", (_, theme) => {
  const colors = series.map((name) => token(theme, name));
  const neighbours = colors.slice(1).map((color, index) => [colors[index] ?? color, color] as const);

  test.each(Object.keys(eyes))("tells neighbours and all other kinds apart with %s", (eye) => {
    for (const [a, b] of neighbours) expect(distance(eye, a, b)).toBeGreaterThan(0.08);
    colors.forEach((a, at) => {
      for (const b of colors.slice(at + 1)) expect(distance(eye, a, b)).toBeGreaterThan(0.025);
    });
  });

  test("tells neighbours apart in grey", () => {
    for (const [a, b] of neighbours) expect(Math.abs(grey(a) - grey(b))).toBeGreaterThan(0.075);
  });

  test("lets every kind stand out from the surface (3 to 1)", () => {
    for (const color of colors) expect(contrast(color, token(theme, "surface"))).toBeGreaterThan(3);
  });

  test.each([
    ["text", "surface"],
    ["dim", "ground"],
    ["faint", "ground"],
    ["faint", "hover"],
    ["accent", "surface"],
    ["accent", "chosen"],
    ["good", "surface"],
    ["good", "good-soft"],
    ["bad", "surface"],
    ["bad", "bad-soft"],
    ["attention", "surface"],
    ["attention", "attention-soft"],
    ["past", "past-soft"],
    ["on-little", "much-4"],
    ["on-much", "much-5"],
  ])("lets %s be read on %s (4.5 to 1)", (text, ground) => {
    expect(contrast(token(theme, text), token(theme, ground))).toBeGreaterThan(4.5);
  });
});
