import type { Chance } from "./chance.ts";
import type { Industry } from "./fields.ts";
import { plain } from "./names.ts";
import { isInland, type Place } from "./regions.ts";

const first = (
  "Alder Amber Anchor Ash Auk Beacon Birch Bittern Black Blue Bramble Brant Breaker Bright Cable Calder Candle Cedar Chart " +
  "Clear Cliff Cobble Coral Cormorant Crane Curlew Dawn Drift Dunlin Eider Ember Farrow Fern Fiddler Flint Foam Fulmar " +
  "Gannet Garnet Grey Gull Harrier Hazel Heron High Hollow Ivory Jasper Juniper Kelp Kittiwake Lantern Lark Linden Long " +
  "Mallow Marram Merlin Mistral Moor North Oak Osier Otter Petrel Pewter Pine Pilot Plover Quarry Raven Red Reed Rowan " +
  "Russet Sable Sailor Salt Sandpiper Scoter Shearwater Silver Skerry Slate Snow Spindle Star Stone Storm Swift Tansy Teal " +
  "Tern Thistle Thorn Timber Topsail Umber Vesper Warbler West White Willow Winter Wren Yarrow"
).split(" ");
const second = (
  "bank bay beck bight bridge brook cape cliff combe cove cross dale dyke end fall field ford gate grove hallow harbor haven " +
  "head holm island keel landing ledge light mark mere moor mouth narrows ness pool point quay reach ridge rock shoal " +
  "shore side sound strand stream tide wall water wick wold"
).split(" ");

const endings: Readonly<Record<Industry, readonly string[]>> = {
  "Ports & terminals": [
    "Terminals",
    "Harbor Authority",
    "Port Services",
    "Container Terminal",
    "Docks",
    "Pilots",
  ],
  Shipping: ["Shipping", "Lines", "Tankers", "Ferries", "Bulk Carriers", "Towage", "Maritime"],
  "Offshore energy": ["Offshore", "Wind", "Energy", "Subsea", "Marine Construction", "Tidal Power"],
  Aquaculture: ["Aquaculture", "Salmon", "Oyster Company", "Mussel Farms", "Sea Farms", "Kelp"],
  "Coastal agencies & research": [
    "Coastal Agency",
    "Institute of Oceanography",
    "Water Board",
    "Coast Survey",
    "Marine Laboratory",
    "River Authority",
  ],
};

/** Endings that no company far from the sea has. */
const atSea = /Coast|Ocean|Marine|Tankers|Ferries|Maritime/;

interface Naming {
  industry: Industry;
  place: Place;
  /** A subsidiary carries its group's name and its own city. */
  parentName: string | null;
  names: Set<string>;
  chance: Chance;
}

/** A name that no other account has; adds it to the names. */
export function accountName({ industry, place, parentName, names, chance }: Naming): string {
  const { city } = place;
  const fitting = isInland(place)
    ? endings[industry].filter((ending) => !atSea.test(ending))
    : endings[industry];
  const base = parentName ?? `${chance.oneOf(first)}${chance.oneOf(second)} ${chance.oneOf(fitting)}`;
  let name = parentName ? `${base}, ${city}` : base;
  if (names.has(name) && !parentName) name = `${base} ${city}`;
  for (let n = 2; names.has(name); n++) name = `${base} ${city} ${n}`;
  names.add(name);
  return name;
}

/** The reserved address of an account's website: unique because its name is. */
export function domainOf(accountName: string): string {
  return `${plain(accountName).replaceAll(" ", "-")}.example`;
}
