const ANY = '%';
const ONE = '_';
const ESCAPE = '\\';
const SURROGATE = /[\ud800-\udfff]/;

/** A sign of a pattern: any text, any one character, or a character. */
type Sign = { readonly kind: 'any' | 'one' } | { readonly kind: 'is'; readonly character: string };

/**
 * A pattern of LIKE as a test: `%` is any text, `_` one character, and a backslash takes either as it is. Takes at most text times pattern steps,
 * whatever the pattern.
 */
export function likeTest(pattern: string): (text: string) => boolean {
  const signs = signsOf(pattern);
  // Most texts have no character of two code units, and need not be taken apart.
  return (text) => matches(signs, SURROGATE.test(text) ? [...text] : text);
}

function signsOf(pattern: string): Sign[] {
  const signs: Sign[] = [];
  const characters = [...pattern];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === ESCAPE && i + 1 < characters.length)
      signs.push({ kind: 'is', character: characters[++i]! });
    else if (character === ANY) signs.push({ kind: 'any' });
    else if (character === ONE) signs.push({ kind: 'one' });
    else signs.push({ kind: 'is', character });
  }
  return signs;
}

/** Greedy: where it fails, the last `%` takes one character more; earlier ones need never be tried again. */
function matches(signs: readonly Sign[], text: ArrayLike<string>): boolean {
  let s = 0;
  let t = 0;
  let lastAny = -1;
  let retry = 0;
  while (t < text.length) {
    const sign = signs[s];
    if (sign?.kind === 'any') {
      lastAny = s++;
      retry = t;
    } else if (sign?.kind === 'one' || (sign?.kind === 'is' && sign.character === text[t])) {
      s++;
      t++;
    } else if (lastAny >= 0) {
      s = lastAny + 1;
      t = ++retry;
    } else return false;
  }
  while (signs[s]?.kind === 'any') s++;
  return s === signs.length;
}
