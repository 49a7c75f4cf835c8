import { type Chance, chanceFrom, hashOf } from "./chance.ts";

const given = (
  "Aaliyah Abena Adrián Agnieszka Aiko Alejandra Amara Amir Anders Anika Antoine Arjun Astou Beatriz Benedikt Bojana " +
  "Bram Brigid Caleb Carmen Chiara Chidi Claire Cormac Dalia Darnell Deepa Desmond Dilek Dmitri Eilidh Elena Emeka " +
  "Esther Fatima Felipe Femke Finn Freya Gabriela Gideon Giulia Grace Hamza Hana Harriet Hiroshi Ibrahim Ilse Imani " +
  "Ines Isaac Ivana Jamal Jasmin Joaquín Johanna Joon Julia Kamila Karim Katarzyna Keiko Kofi Lars Latoya Leandro Linh " +
  "Lucía Mads Magda Malik Marisol Mateus Maya Mina Miriam Nadia Naveen Nia Oisín Olga Omar Otis Paloma Pavel Quentin " +
  "Rafael Rania Rohan Rosa Sabine Samir Sanjay Seo-yeon Silvia Sora Stefan Tariq Tatiana Temperance Theo Thuy Tomasz " +
  "Uma Valeria Viktor Wen Xavier Yara Yusuf Zainab Zofia"
).split(" ");

const family = (
  "Abrams Acosta Agarwal Almeida Andersson Baptiste Barros Becker Bhatt Boateng Bondarenko Bouchard Brandão Byrne " +
  "Carvalho Castellanos Chaudhry Chen Cisneros Coleman Contreras Cruz Dahl Daoud Das Delgado Diallo Dimitrov Doyle " +
  "Dubois Duong Eriksen Espinoza Falk Farouk Ferrante Fitzgerald Fofanah Gallagher Ghosh Greenberg Grimaldi Gupta " +
  "Gutiérrez Hakimi Hansen Haruki Hassan Herrera Holloway Huang Ibáñez Ito Iyer Jankowski Jensen Kamau Kapoor Keane " +
  "Khalil Kim Koroma Kowalczyk Kumar Laurent Le Lindgren Lopez Lund Mahmoud Malinowski Marchetti Mbeki McAllister Mendes " +
  "Meyer Moreau Mukherjee Müller Nakagawa Navarro Ndiaye Nguyen Novak Nwosu Obi Oliveira Ortega Osei Owens Papadakis " +
  "Park Patel Pereira Petrov Pham Popescu Qureshi Ramírez Rasmussen Rinaldi Rossi Rousseau Sahin Santos Sato Schmidt " +
  "Serrano Shah Silva Simmons Singh Sokolov Steiner Sørensen Takahashi Tanaka Tchernova Torres Tran Turner Ueda " +
  "Vargas Vasquez Vogel Wagner Walsh Washington Weber Whitaker Wójcik Yamamoto Yang Yeboah Yılmaz Zhang Zimmermann"
).split(" ");

/** The part of an address before the @: "priya.raghunathan" for "Priya Raghunathan". */
export function mailboxOf(name: string): string {
  return plain(name).replaceAll(" ", ".");
}

/** Lower-case ASCII with single spaces: accents dropped, other signs left out. */
export function plain(name: string): string {
  return name
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, " ")
    .trim()
    .replace(/ +/g, " ");
}

/** A name from the pool; two calls may give the same. */
export function someName(chance: Chance): string {
  return `${chance.oneOf(given)} ${chance.oneOf(family)}`;
}

/**
 * Gives one name after another, none twice and none of those already taken, in an order that follows from the seed.
 * Both lists are walked in step; their lengths have no common divisor, so that a pair comes again only after all.
 */
export function uniqueNames(seed: string, taken: Iterable<string>): () => string {
  const used = new Set(taken);
  const chance = chanceFrom(hashOf(`${seed}/names`));
  const givenFrom = chance.whole(0, given.length - 1);
  const familyFrom = chance.whole(0, family.length - 1);
  let turn = 0;
  return () => {
    for (; ; turn++) {
      const first = given[(givenFrom + turn * 37) % given.length] ?? "";
      const last = family[(familyFrom + turn * 23) % family.length] ?? "";
      const round = Math.floor(turn / (given.length * family.length));
      const name = round === 0 ? `${first} ${last}` : `${first} ${String.fromCharCode(64 + round)}. ${last}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
