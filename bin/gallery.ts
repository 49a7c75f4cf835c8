/**
 * `node bin/gallery.ts [--marks] [SCENE …]`: takes the pictures of the gallery anew into dist/gallery, each scene in light and dark,
 * at a desk and on a phone. Without names it also writes the marks that test/journeys/every-page.ts holds the pages
 * against, and the pictures of README and docs. With --marks it takes only the looks that have marks, and writes those of the named
 * scenes beside the others. Look at every picture before you accept its mark.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goTo } from "../test/gallery/camera.ts";
import { checkedLooks, type LookName, looks, marksFile } from "../test/gallery/looks.ts";
import { type Mark, markOf } from "../test/gallery/mark.ts";
import { type Scene, scenesOf } from "../test/gallery/scenes.ts";
import { openToldHouse, recordsToShow, type ToldHouse } from "../test/gallery/told-house.ts";
import { root } from "./rings.ts";

const shelf = join(root, "dist/gallery");
const given = process.argv.slice(2);
const onlyMarks = given.includes("--marks");
const wanted = given.filter((word) => word !== "--marks");

/** The pictures of README and docs, by scene, all in one look. */
const shownInDocs: Readonly<Record<string, string>> = {
  home: "home.png",
  pipeline: "pipeline.png",
  "pipeline-as-of": "pipeline-as-of.png",
  "what-moved": "what-moved.png",
  measure: "measure.png",
  opportunity: "opportunity.png",
};

async function scenesIn(house: ToldHouse): Promise<Scene[]> {
  const { page, close } = await house.open("sample", looks["desk-light"]);
  const scenes = scenesOf(await recordsToShow(page));
  await close();
  const unknown = wanted.filter((name) => !scenes.some((scene) => scene.name === name));
  if (unknown.length > 0) throw new Error(`There is no scene ${unknown.join(", ")}.`);
  return wanted.length === 0 ? scenes : scenes.filter(({ name }) => wanted.includes(name));
}

async function takePictures(house: ToldHouse, name: LookName, scenes: readonly Scene[]) {
  const marks: Record<string, Mark> = {};
  for (const company of ["sample", "blank"] as const) {
    const { page, close } = await house.open(company, looks[name]);
    for (const scene of scenes.filter((one) => one.company === company)) {
      await goTo(page, house.origin, scene);
      const picture = await page.screenshot({ path: join(shelf, name, `${scene.name}.png`) });
      marks[scene.name] = await markOf(page, picture);
    }
    await close();
  }
  console.log(`${name}: ${Object.keys(marks).length} pictures`);
  return marks;
}

/** The marks that other scenes have. */
function kept(name: LookName): Record<string, Mark> {
  return (JSON.parse(readFileSync(marksFile, "utf8")) as Record<string, Record<string, Mark>>)[name] ?? {};
}

async function takeDocsPictures(house: ToldHouse, scenes: readonly Scene[]): Promise<void> {
  const { page, close } = await house.open("sample", { ...looks["desk-light"], sharpness: 2 });
  for (const scene of scenes) {
    const file = shownInDocs[scene.name];
    if (file === undefined) continue;
    await goTo(page, house.origin, scene);
    await page.screenshot({ path: join(root, "docs/pictures", file) });
  }
  await close();
}

const house = await openToldHouse();
try {
  const scenes = await scenesIn(house);
  if (wanted.length === 0) rmSync(shelf, { recursive: true, force: true });
  mkdirSync(shelf, { recursive: true });
  const marks: Record<string, Record<string, Mark>> = {};
  for (const name of onlyMarks ? checkedLooks : (Object.keys(looks) as LookName[])) {
    const taken = await takePictures(house, name, scenes);
    if (checkedLooks.includes(name)) marks[name] = wanted.length === 0 ? taken : { ...kept(name), ...taken };
  }
  if (wanted.length === 0 || onlyMarks) writeFileSync(marksFile, `${JSON.stringify(marks, null, 2)}\n`);
  if (wanted.length === 0) await takeDocsPictures(house, scenes);
  console.log(`Look at them in ${shelf}.`);
} finally {
  await house.close();
}
