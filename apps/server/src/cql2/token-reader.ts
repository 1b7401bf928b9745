import { FilterError } from './filter-error.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Goes through the words of a filter, one ahead. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  /** @throws FilterError */
  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  /** The next word, which stays. */
  get ahead(): Token {
    return this.#tokens[this.#next]!;
  }

  take(): Token {
    const token = this.ahead;
    if (token.kind !== 'end') this.#next++;
    return token;
  }

  /** Whether a keyword (any case) or a sign comes next. */
  isAhead(value: string): boolean {
    const { kind, value: own } = this.ahead;
    return (kind === 'word' && own.toUpperCase() === value) || (kind === 'sign' && own === value);
  }

  /** Takes a keyword or a sign where it comes next. */
  accept(value: string): boolean {
    const isAhead = this.isAhead(value);
    if (isAhead) this.#next++;
    return isAhead;
  }

  /** @throws FilterError where something else comes */
  expect(value: string): void {
    if (!this.accept(value)) throw this.surprise(`“${value}”`);
  }

  /** The next word as a number. @throws FilterError */
  number(): number {
    const { kind, value } = this.ahead;
    if (kind !== 'number') throw this.surprise('数');
    this.#next++;
    return Number(value);
  }

  /** Something else stands next than what was wanted. */
  surprise(wanted: string): FilterError {
    const { kind, value, at } = this.ahead;
    return new FilterError(`应为${wanted}，${kind === 'end' ? '过滤条件却已结束' : `却是“${value}”`}`, at);
  }
}
