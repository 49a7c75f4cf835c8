import { below, type Case, deal, header, textCase, written } from "./case.ts";

type Written = readonly [close: string, kept: string];

function dates(name: string, pairs: readonly Written[], options?: NonNullable<Case["options"]>): Case {
  const rows = pairs.map(([close], at) => deal({ id: `D${at + 1}`, close }));
  return {
    name: `with dates ${name}`,
    file: "deals.csv",
    bytes: () => written([header, ...rows]),
    ...(options && { options }),
    expected: {
      rows: rows.length,
      kept: pairs.map(([, day], at) => `D${at + 1} | Acme | 12.50 | ${day} | n`),
    },
  };
}

/** Days and moments as countries and programs write them. */
export const dateCases: readonly Case[] = [
  dates("with the day first, as one of them shows", [
    ["03/04/2026", "2026-04-03"],
    ["25/04/2026", "2026-04-25"],
  ]),
  dates("with the month first, as one of them shows", [
    ["03/04/2026", "2026-03-04"],
    ["04/25/2026", "2026-04-25"],
  ]),
  dates("with the day first, as was said", [["03/04/2026", "2026-04-03"]], { dateOrder: "dmy" }),
  dates("with the month first, as was said", [["03/04/2026", "2026-03-04"]], { dateOrder: "mdy" }),
  dates("with points", [
    ["03.04.2026", "2026-04-03"],
    ["25.4.26", "2026-04-25"],
  ]),
  dates("with slashes and the year first", [["2026/4/3", "2026-04-03"]]),
  dates("in words", [
    ["3 May 2026", "2026-05-03"],
    ["May 4, 2026", "2026-05-04"],
    ["05-May-26", "2026-05-05"],
  ]),
  dates("with times", [
    ["2026-05-03 14:30", "2026-05-03"],
    ["2026-05-03T14:30:00.000Z", "2026-05-03"],
  ]),
  dates("in milliseconds since 1970", [["1777766400000", "2026-05-03"]]),
  dates("on leap days", [
    ["2028-02-29", "2028-02-29"],
    ["29/02/2028", "2028-02-29"],
  ]),
  textCase("whose dates do not tell their order", below("D1,Acme,Prospecting,12.50,03/04/2026,n"), {
    asked: [
      "Is 03/04/2026 in Close Date written day before month, or month before day? No value of the column tells.",
    ],
  }),
  textCase(
    "whose dates contradict each other",
    below("D1,Acme,Prospecting,12.50,13/04/2026,n", "D2,Acme,Prospecting,12.50,04/13/2026,n"),
    {
      asked: ["Some dates in Close Date have the day first and some the month first. Which order is right?"],
    },
  ),
  textCase(
    "with the thirtieth of February",
    below(
      "D1,Acme,Prospecting,12.50,30/02/2026,n",
      "D2,Acme,Prospecting,12.50,28/02/2026,n",
      "D3,Acme,Prospecting,12.50,27/02/2026,n",
    ),
    {
      rows: 3,
      kept: ["D2 | Acme | 12.50 | 2026-02-28 | n", "D3 | Acme | 12.50 | 2026-02-27 | n"],
      rejects: ["2 Close Date: There is no such day."],
    },
  ),
  textCase(
    "with a leap day in a year without one",
    below(
      "D1,Acme,Prospecting,12.50,2026-02-29,n",
      "D2,Acme,Prospecting,12.50,2026-02-28,n",
      "D3,Acme,Prospecting,12.50,2026-02-27,n",
    ),
    {
      rows: 3,
      kept: ["D2 | Acme | 12.50 | 2026-02-28 | n", "D3 | Acme | 12.50 | 2026-02-27 | n"],
      rejects: ["2 Close Date: There is no such day."],
    },
  ),
  textCase(
    "with the serial number of a spreadsheet among its dates",
    below(
      "D1,Acme,Prospecting,12.50,45291,n",
      "D2,Acme,Prospecting,12.50,2026-02-28,n",
      "D3,Acme,Prospecting,12.50,2026-02-27,n",
    ),
    {
      rows: 3,
      kept: ["D2 | Acme | 12.50 | 2026-02-28 | n", "D3 | Acme | 12.50 | 2026-02-27 | n"],
      rejects: ["2 Close Date: It is not a date."],
    },
  ),
  textCase(
    "with a date of no calendar",
    below(
      "D1,Acme,Prospecting,12.50,0000-00-00,n",
      "D2,Acme,Prospecting,12.50,2026-02-28,n",
      "D3,Acme,Prospecting,12.50,2026-02-27,n",
    ),
    {
      rows: 3,
      kept: ["D2 | Acme | 12.50 | 2026-02-28 | n", "D3 | Acme | 12.50 | 2026-02-27 | n"],
      rejects: ["2 Close Date: There is no such day."],
    },
  ),
];
