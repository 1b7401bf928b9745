import { invalid, invalidValues } from '../problems/invalid-value.ts';

/** The query parameters of a request, each asked for by name; those that nobody asked for are refused (OGC 17-069r4, 7.8). */
export class Parameters {
  readonly #values: ReadonlyMap<string, string | readonly string[]>;
  readonly #known = new Set<string>();

  constructor(query: unknown) {
    this.#values = new Map(Object.entries(query as Record<string, string | string[]>));
  }

  /** @throws Problem server.invalid-request where it is given more than once */
  text(name: string): string | undefined {
    this.#known.add(name);
    const value = this.#values.get(name);
    if (Array.isArray(value)) throw invalid(name, '只能给出一次');
    return value as string | undefined;
  }

  /** A whole number; larger than `most` is taken for `most`. @throws Problem server.invalid-request */
  integer(name: string, least: number, most: number, otherwise: number): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    if (value < least) throw invalid(name, `应为不小于 ${least} 的整数`);
    return Math.min(value, most);
  }

  /** @throws Problem server.invalid-request */
  boolean(name: string): boolean {
    const text = this.text(name);
    if (text !== undefined && text !== 'true' && text !== 'false') throw invalid(name, '应为 true 或 false');
    return text === 'true';
  }

  /** Names that nobody asked for. */
  unasked(): string[] {
    return [...this.#values.keys()].filter((name) => !this.#known.has(name));
  }

  /** @throws Problem server.invalid-request where there are parameters that nobody asked for */
  refuseOthers(): void {
    const others = this.unasked();
    if (others.length > 0) throw invalidValues(others.map((at) => ({ at, message: '没有这个参数' })));
  }
}
