/** Milliseconds that an answer of the database is believed: what another process takes back works so much longer. */
const BELIEVED = 5000;
const MOST = 50_000;

/** Answers of the database, kept for a moment: a map asks for hundreds of tiles, each with the same question first. */
export class ShortMemory<T> {
  readonly #known = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();

  /** The answer by this key, or else what `ask` says. A rejection is not remembered. */
  recall(key: string, ask: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && known.until > now) return known.answer;
    if (this.#known.size >= MOST) this.#known.clear();
    const answer = ask();
    answer.catch(() => this.#known.delete(key));
    this.#known.set(key, { answer, until: now + BELIEVED });
    return answer;
  }

  forget(): void {
    this.#known.clear();
  }
}
