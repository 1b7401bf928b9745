import { FilterError } from './filter-error.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  /** Without quotes. */
  readonly value: string;
  /** Characters before it. */
  readonly at: number;
}

/** Letters, digits and underscores of any script, as `identifier` of CQL2. */
const WORD = /[\p{L}_][\p{L}\p{N}_.:]*/uy;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /<>|<=|>=|[<>=(),]/y;
const BLANK = /\s+/y;
const QUOTED = /"((?:[^"]|"")*)"/y;
/** A quote in a text is doubled, or stands behind a backslash. */
const TEXT = /'((?:[^'\\]|''|\\[\s\S])*)'/y;

/** Cuts a filter into words. @throws FilterError */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const blank = take(BLANK);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const word = take(WORD);
    const quoted = word ? null : take(QUOTED);
    const string = word || quoted ? null : take(TEXT);
    const number = word || quoted || string ? null : take(NUMBER);
    const found = word ?? quoted ?? string ?? number ?? take(SIGN);
    if (!found) throw new FilterError(`不认识“${text.slice(at, at + 1)}”`, at);
    if (word) tokens.push({ kind: 'word', value: word[0], at });
    else if (quoted) tokens.push({ kind: 'quoted', value: quoted[1]!.replaceAll('""', '"'), at });
    else if (string) tokens.push({ kind: 'text', value: string[1]!.replaceAll(/''|\\'/g, "'"), at });
    else tokens.push({ kind: number ? 'number' : 'sign', value: found[0], at });
    at += found[0].length;
  }
  tokens.push({ kind: 'end', value: '', at });
  return tokens;
}
