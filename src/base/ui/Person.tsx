/** A person by name, with their initials in a quiet circle whose tone is always theirs. */

/** "Ana Maria Costa" → "AC"; a single name gives its first two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = "?"] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (last ? `${[...first][0]}${[...last][0]}` : [...first].slice(0, 2).join("")).toUpperCase();
}

const tones = 8;

/** Which of the tones is somebody's: the same name has the same everywhere. */
export function toneOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % tones) + 1;
}

export function Person({ name, note }: { name: string; note?: string | null }) {
  return (
    <span className="qd-person">
      <i aria-hidden style={{ borderColor: `var(--qd-series-${toneOf(name)})` }}>
        {initialsOf(name)}
      </i>
      <span className="qd-truncate">{name}</span>
      {note ? <span className="qd-faint qd-truncate">{note}</span> : null}
    </span>
  );
}
