import { expect, test } from "vitest";
import {
  aFilterAsksWhatItsColumnsKnow,
  aGroupingFitsItsColumn,
  aListShowsColumnsItHasOnce,
  anOrderNamesColumnsOnce,
  filterText,
  readFilter,
  readGrouping,
  readShownColumns,
  readSorts,
} from "#base/kernel";
import { columnsOfList, listNouns } from "../lists/list-noun.ts";
import { standardViews } from "./standard-views.ts";

const views = listNouns.flatMap((noun) => standardViews[noun].map((view) => ({ noun, view })));

test.each(views)(
  "$noun: “$view.name” asks what its list knows, as the list would write it",
  ({ noun, view }) => {
    const columns = columnsOfList(noun, []);
    const { filter = "none", sort = "none", group = "none", columns: shown = columns[0]?.id ?? "" } = view;
    expect(aFilterAsksWhatItsColumnsKnow(readFilter(filter), columns)).toBeNull();
    expect(anOrderNamesColumnsOnce(readSorts(sort), columns)).toBeNull();
    expect(aGroupingFitsItsColumn(readGrouping(group), columns)).toBeNull();
    expect(aListShowsColumnsItHasOnce(readShownColumns(shown), columns)).toBeNull();
    expect(filterText(readFilter(filter))).toBe(filter);
  },
);

test.each(listNouns)("the views of a %s list have keys and names of their own", (noun) => {
  const [keys, names] = [
    standardViews[noun].map(({ key }) => key),
    standardViews[noun].map(({ name }) => name),
  ];
  expect([new Set(keys).size, new Set(names).size]).toEqual([keys.length, names.length]);
});
