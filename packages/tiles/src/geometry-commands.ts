import type { GridRing } from './grid-ring.ts';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/** The geometry of one feature as the commands of a vector tile (specification 2.1, 4.3). */
export class GeometryCommands {
  readonly commands: number[] = [];
  #x = 0;
  #y = 0;

  clear(): void {
    this.commands.length = 0;
    this.#x = 0;
    this.#y = 0;
  }

  ring({ xy, length }: GridRing): void {
    this.#command(MOVE_TO, 1);
    this.#go(xy[0]!, xy[1]!);
    this.#command(LINE_TO, length - 1);
    for (let i = 2; i < 2 * length; i += 2) this.#go(xy[i]!, xy[i + 1]!);
    this.#command(CLOSE_PATH, 1);
  }

  /** An outer ring around the square whose north-west corner is given. */
  square(x: number, y: number, side: number): void {
    this.#command(MOVE_TO, 1);
    this.#go(x, y);
    this.#command(LINE_TO, 3);
    this.#go(x + side, y);
    this.#go(x + side, y + side);
    this.#go(x, y + side);
    this.#command(CLOSE_PATH, 1);
  }

  point(x: number, y: number): void {
    this.#command(MOVE_TO, 1);
    this.#go(x, y);
  }

  #command(id: number, count: number): void {
    this.commands.push((count << 3) | id);
  }

  #go(x: number, y: number): void {
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.commands.push((dx << 1) ^ (dx >> 31), (dy << 1) ^ (dy >> 31));
    this.#x = x;
    this.#y = y;
  }
}
