/** Makes a picture of a chart that stands by itself: its title, its colours, its ground; as SVG or PNG. */

/** What a drawing takes from the page's style sheet; written into each shape, since a file has no style sheet. */
const taken = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility",
  "font-variant-numeric",
] as const;

const titleRoom = 34;
const margin = 14;

/** The drawing as SVG text, with its title above it. */
export function pictureText(drawing: SVGSVGElement, title: string): string {
  const width = drawing.clientWidth + 2 * margin;
  const height = drawing.clientHeight + titleRoom + margin;
  const page = getComputedStyle(document.documentElement);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  styled(drawing, copy);
  for (const hit of copy.querySelectorAll(".qd-hit, .qd-look")) hit.remove();
  for (const shape of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["class", "tabindex", "role", "aria-label", "data-looked", "data-opens"])
      shape.removeAttribute(name);
  }
  copy.setAttribute("x", String(margin));
  copy.setAttribute("y", String(titleRoom));
  const name = "http://www.w3.org/2000/svg";
  const whole = document.createElementNS(name, "svg");
  whole.setAttribute("xmlns", name);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.setAttribute("font-family", "Inter, system-ui, Helvetica, Arial, sans-serif");
  const ground = document.createElementNS(name, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", page.getPropertyValue("--qd-surface").trim());
  const words = document.createElementNS(name, "text");
  words.setAttribute("x", String(margin));
  words.setAttribute("y", "22");
  words.setAttribute("font-size", "13");
  words.setAttribute("font-weight", "600");
  words.setAttribute("fill", page.getPropertyValue("--qd-text").trim());
  words.textContent = title;
  whole.append(ground, words, copy);
  return new XMLSerializer().serializeToString(whole);
}

function styled(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of taken) {
    const value = style.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value);
  }
  to.removeAttribute("style");
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (copy) styled(child, copy);
  });
}

/** Twice the size on screen, so that it is sharp in a slide. */
const pngScale = 2;

async function pngOf(text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw a PNG. Download the SVG instead.");
  context.scale(pngScale, pngScale);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The PNG could not be made.")))),
  );
}

/** Downloads the drawing under a name made of its title. */
export async function downloadPicture(
  drawing: SVGSVGElement,
  title: string,
  kind: "png" | "svg",
): Promise<void> {
  const text = pictureText(drawing, title);
  const blob = kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await pngOf(text);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 80)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
