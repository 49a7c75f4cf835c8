/**
 * SQL for the replica, put together from pieces that carry their values. A value never becomes text of the statement:
 * it is bound. Names (tables, columns) come only from definitions in the code, through {@link raw}.
 */
export type Value = string | number | bigint | boolean | null;

export interface Fragment {
  readonly texts: readonly string[];
  readonly values: readonly Value[];
}

function isFragment(part: unknown): part is Fragment {
  return typeof part === "object" && part !== null && "texts" in part;
}

/** SQL with values and other pieces filled in: duck`status = ${"won"}`. */
export function duck(strings: TemplateStringsArray, ...parts: readonly (Value | Fragment)[]): Fragment {
  const texts: string[] = [strings[0] ?? ""];
  const values: Value[] = [];
  const append = (text: string) => {
    texts[texts.length - 1] += text;
  };
  parts.forEach((part, index) => {
    if (isFragment(part)) {
      part.texts.forEach((text, place) => {
        if (place > 0) {
          values.push(part.values[place - 1] ?? null);
          texts.push("");
        }
        append(text);
      });
    } else {
      values.push(part);
      texts.push("");
    }
    append(strings[index + 1] ?? "");
  });
  return { texts, values };
}

/** Text that the program wrote itself. Never pass anything that came from outside. */
export function raw(text: string): Fragment {
  return { texts: [text], values: [] };
}

/** Joins pieces with a separator; nothing for an empty list. */
export function joined(pieces: readonly Fragment[], separator: string): Fragment {
  const [texts, values]: [string[], Value[]] = [[""], []];
  pieces.forEach((piece, index) => {
    const [first = "", ...rest] = piece.texts;
    texts[texts.length - 1] += index === 0 ? first : separator + first;
    texts.push(...rest);
    values.push(...piece.values);
  });
  return { texts, values };
}

/** All conditions must hold; true for none. */
export function allOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? raw("true") : joined(conditions, " AND ");
}

/** The columns of `alias` that pieces of SQL name: f.amount gives amount. */
export function columnsNamed(alias: string, pieces: readonly Fragment[]): ReadonlySet<string> {
  const named = new RegExp(`\\b${alias}\\.(\\w+)`, "g");
  return new Set(
    pieces.flatMap(({ texts }) =>
      texts.flatMap((text) => [...text.matchAll(named)].map(([, name]) => name ?? "")),
    ),
  );
}

/** The statement's text with $1, $2 … and the values to bind to them. */
export function statement(fragment: Fragment): { text: string; values: Value[] } {
  const text = fragment.texts.reduce(
    (whole, part, index) => (index === 0 ? part : `${whole}$${index}${part}`),
    "",
  );
  return { text, values: [...fragment.values] };
}
