import type { GdalMessages } from './protocol.ts';

/** How many different lines of each kind are kept: a damaged file can give one for every feature. */
const MOST = 20;

/** GDAL's words for a feature with many rings: it takes longer, nothing else. */
const ONLY_SLOW = /organizePolygons\(\) received a polygon with more than \d+ parts/;

/** Gathers GDAL's log lines of one request; equal warnings are counted, not repeated. */
export class MessageCollector {
  #errors = new Set<string>();
  #warnings = new Map<string, number>();

  add(line: string): void {
    if (ONLY_SLOW.test(line)) return;
    // GDAL names the source file of whoever compiled it.
    const text = line.replace(/\/\S*\/(?=\w+\.(cpp|c|h)\b)/g, '').trim();
    // PROJ complains of a CRS it does not know as an error; that is judged where the CRS is.
    const warning = /^(?:Warning \d+: |ERROR 1: (?=PROJ))(.*)$/s.exec(text)?.[1];
    if (warning !== undefined) {
      const count = this.#warnings.get(warning);
      if (count !== undefined || this.#warnings.size < MOST) this.#warnings.set(warning, (count ?? 0) + 1);
    } else if (text !== '' && this.#errors.size < MOST) {
      this.#errors.add(text.replace(/^ERROR \d+: /, ''));
    }
  }

  /** What came since the last call. */
  take(): GdalMessages {
    const messages = {
      errors: [...this.#errors],
      warnings: [...this.#warnings].map(([text, count]) => ({ text, count })),
    };
    this.#errors = new Set();
    this.#warnings = new Map();
    return messages;
  }
}
