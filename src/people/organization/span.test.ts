import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type InPlace, shapeOf } from "./span.ts";

const person = (id: string, manager: string | null): InPlace => ({
  id,
  manager: manager === null ? null : { id: manager },
});
/** Vera leads Tom and Mia; Tom leads Ines, Jon and Kim; Mia leads Leo. Ole reports to nobody and leads nobody. */
const company = [
  person("Ines", "Tom"),
  person("Jon", "Tom"),
  person("Kim", "Tom"),
  person("Leo", "Mia"),
  person("Mia", "Vera"),
  person("Ole", null),
  person("Tom", "Vera"),
  person("Vera", null),
];

describe("the shape of an organization", () => {
  test("counts the people of each layer from the top, without those outside the tree", () => {
    const shape = shapeOf(company);
    expect(shape.layers).toEqual([1, 2, 4]);
    expect(shape.tops).toEqual(["Vera"]);
    expect(shape.outside).toEqual(["Ole"]);
  });

  test.each([
    ["Vera", 1, 2, 6],
    ["Tom", 2, 3, 3],
    ["Mia", 2, 1, 1],
    ["Ines", 3, 0, 0],
  ])("%s stands in layer %i with %i direct reports and %i people in all", (id, layer, direct, all) => {
    expect(shapeOf(company).people.find((one) => one.id === id)).toEqual({ id, layer, direct, all });
  });

  test("the median and the largest span are of direct reports, over managers only", () => {
    const shape = shapeOf(company);
    expect(shape.median).toBe(2);
    expect(shape.largest).toMatchObject({ id: "Tom", direct: 3 });
    expect(shape.single).toEqual(["Mia"]);
  });

  test("the median between two managers is their mean", () => {
    const two = [person("A", null), person("B", "A"), person("C", "A"), person("D", "B")];
    expect(shapeOf(two).median).toBe(1.5);
  });

  test("without reporting lines there is no layer and no span, and everybody stands outside", () => {
    expect(shapeOf([person("A", null), person("B", null)])).toMatchObject({
      layers: [],
      median: null,
      largest: null,
      outside: ["A", "B"],
    });
  });

  test("whoever reports to somebody who was not here stands at the top and is said", () => {
    const shape = shapeOf([person("A", "Gone"), person("B", "A"), person("C", "Gone")]);
    expect(shape.orphaned).toEqual(["A", "C"]);
    expect(shape.layers).toEqual([2, 1]);
    expect(shape.tops).toEqual(["A"]);
    expect(shape.outside).toEqual([]);
  });

  test("people in a circle are named and nobody is lost", () => {
    const shape = shapeOf([person("A", "B"), person("B", "A"), person("C", "A"), person("D", null)]);
    expect(shape.circling).toEqual(["A", "B", "C"]);
    expect(shape.outside).toEqual(["D"]);
  });

  test("everybody is in one layer, outside, or in a circle, and what is below the tops adds up", () => {
    const organization = fc
      .array(fc.option(fc.nat(40)), { maxLength: 40 })
      .map((managers) =>
        managers.map((manager, at) =>
          person(String(at), manager === null || manager === at ? null : String(manager)),
        ),
      );
    fc.assert(
      fc.property(organization, (people) => {
        const shape = shapeOf(people);
        const inLayers = shape.layers.reduce((sum, count) => sum + count, 0);
        expect(inLayers + shape.outside.length + shape.circling.length).toBe(people.length);
        const firsts = shape.people.filter(({ layer }) => layer === 1);
        expect(firsts.reduce((sum, { all }) => sum + all + 1, 0)).toBe(inLayers);
        expect(shape.people.reduce((sum, { direct }) => sum + direct, 0)).toBe(inLayers - firsts.length);
      }),
    );
  });
});
