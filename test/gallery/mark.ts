/**
 * The mark of a picture: how bright each of 32 × 20 fields of it is. Letters that are drawn a little differently leave it
 * nearly as it was; a part that moved, grew, vanished or changed its colour does not.
 */
import type { Page } from "playwright-core";

export const across = 32;
export const down = 20;

/** A brightness of 0 to 255 for each field, row by row, each as two hexadecimal digits. */
export type Mark = string;

/** Takes any page that may hold a picture, and a PNG. */
export async function markOf(page: Page, png: Buffer): Promise<Mark> {
  return page.evaluate(
    async ([text, across, down]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(across, down);
      const pen = canvas.getContext("2d");
      if (pen === null) throw new Error("The browser draws nothing.");
      pen.imageSmoothingQuality = "high";
      // Halved again and again, so that every point of the picture counts and not those alone that a field falls on.
      let from: ImageBitmap | OffscreenCanvas = picture;
      while (from.width > across * 2 && from.height > down * 2) {
        const half = new OffscreenCanvas(Math.ceil(from.width / 2), Math.ceil(from.height / 2));
        half.getContext("2d")?.drawImage(from, 0, 0, half.width, half.height);
        from = half;
      }
      pen.drawImage(from, 0, 0, across, down);
      const { data } = pen.getImageData(0, 0, across, down);
      let mark = "";
      for (let at = 0; at < data.length; at += 4) {
        const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
        mark += Math.round(grey).toString(16).padStart(2, "0");
      }
      return mark;
    },
    [png.toString("base64"), across, down] as const,
  );
}

/** A difference of brightness that is seen. */
const seen = 12;

/** The share of fields that two marks do not agree on, 0 to 1. Marks of different length agree on nothing. */
export function differenceOf(one: Mark, other: Mark): number {
  if (one.length !== other.length || one.length === 0) return 1;
  let off = 0;
  for (let at = 0; at < one.length; at += 2) {
    const by = Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16);
    if (Math.abs(by) > seen) off += 1;
  }
  return (off * 2) / one.length;
}
