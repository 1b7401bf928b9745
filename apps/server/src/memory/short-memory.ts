const MOST = 50_000;

/** Answers of the database, kept for a moment: a map asks for hundreds of tiles, each with the same question first. */
export class ShortMemory<T> {
  readonly #believed: number;
  readonly #known = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();

  /** @param believed milliseconds that an answer is given again */
  constructor(believed: number) {
    this.#believed = believed;
  }

  /** The answer by this key, or else what `ask` says. A rejection is not remembered. */
  recall(key: string, ask: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && known.until > now) return known.answer;
    if (this.#known.size >= MOST) this.#known.clear();
    const answer = ask();
    answer.catch(() => this.#known.delete(key));
    this.#known.set(key, { answer, until: now + this.#believed });
    return answer;
  }

  forget(): void {
    this.#known.clear();
  }
}
