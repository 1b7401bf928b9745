import { LEAST_AREA } from './grid.ts';

/**
 * Ground of parts that are too small to draw, class by class, until there is enough of it for a square: so the classes keep their areas, and
 * small things that are many stay to be seen. What is left in the end is less than `LEAST_AREA` a class and tile.
 */
export class StandIns {
  /** Square units and parts that wait, by class. */
  readonly #area: Float64Array;
  readonly #parts: Uint32Array;
  /** Squares drawn. */
  drawn = 0;
  /** Parts for which they stand. */
  stoodFor = 0;

  constructor(classes: number) {
    this.#area = new Float64Array(classes);
    this.#parts = new Uint32Array(classes);
  }

  /** Adds a part of a class; the side of the square that is to be drawn in its place now, or 0. */
  add(kind: number, area: number): number {
    this.#area[kind]! += Math.max(0, area);
    this.#parts[kind]!++;
    if (this.#area[kind]! < LEAST_AREA) return 0;
    const side = Math.floor(Math.sqrt(this.#area[kind]!));
    this.#area[kind]! -= side * side;
    this.drawn++;
    this.stoodFor += this.#parts[kind]!;
    this.#parts[kind] = 0;
    return side;
  }

  /** A square drawn for one part alone. */
  alone(): void {
    this.drawn++;
    this.stoodFor++;
  }

  /** Parts that nothing stands for. */
  leftOut(): number {
    return this.#parts.reduce((sum, parts) => sum + parts, 0);
  }
}
