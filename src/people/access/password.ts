/**
 * What a password must be: long enough and not one that anybody would try. Nothing is cut off, folded or normalised, so
 * two texts that look alike but differ in their bytes are two passwords.
 */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

/** Parts of a name or address shorter than this say nothing: "Li" stands in many words. */
const TELLING_LENGTH = 4;

/**
 * Why a password will not do, as a sentence, or null. `about` is what anybody knows of its holder: name and address.
 * `isCommon` says whether a word in small letters is among those that are tried first.
 */
export function whyPasswordIsUnfit(
  password: string,
  about: readonly string[],
  isCommon: (word: string) => boolean,
): string | null {
  if (!password.isWellFormed()) return "The password has half a character in it, which cannot be kept.";
  const { length } = [...password];
  if (length < PASSWORD_LENGTH_MIN) return `A password has at least ${PASSWORD_LENGTH_MIN} characters.`;
  if (length > PASSWORD_LENGTH_MAX) return `A password has at most ${PASSWORD_LENGTH_MAX} characters.`;
  const folded = password.toLowerCase();
  if (isCommon(folded)) return "This password is one of those that are tried first. Choose another.";
  const told = tellingParts([...about, "quarterdeck"]).find((part) => folded.includes(part));
  if (told === undefined) return null;
  return `The password contains “${told}”, which anybody could guess. Choose another.`;
}

function tellingParts(about: readonly string[]): string[] {
  return about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= TELLING_LENGTH);
}
