/** What the cutter cannot do, with a code that stays the same: `tiles.no-such-tile`, `tiles.not-loaded`, `tiles.numbers-missing`. */
export class TilesError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'TilesError';
    this.code = code;
  }
}
