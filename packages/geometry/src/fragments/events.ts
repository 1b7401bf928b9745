/** A whole-numbered place amid the data, subtracted from all coordinates of fragments: exact, and it spares the digits of the distance. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

/**
 * What happens to the rings of one layer along their edges: at a point of edge `edge` (of ring `ring`) the count of feature
 * `other` of the other layer changes by `step`. Growing flat arrays.
 */
export class Events {
  readonly origin: Origin;
  length = 0;
  edge = new Uint32Array(256);
  ring = new Uint32Array(256);
  other = new Uint32Array(256);
  step = new Int8Array(256);
  /** Point of the change, x and y, relative to the origin. */
  xy = new Float64Array(512);

  constructor(origin: Origin = { x: 0, y: 0 }) {
    this.origin = origin;
  }

  add(edge: number, ring: number, other: number, step: number, x: number, y: number): void {
    const k = this.length++;
    if (k === this.edge.length) this.#grow();
    this.edge[k] = edge;
    this.ring[k] = ring;
    this.other[k] = other;
    this.step[k] = step;
    this.xy[2 * k] = x;
    this.xy[2 * k + 1] = y;
  }

  #grow(): void {
    const size = 2 * this.edge.length;
    const grown = <T extends Uint32Array | Int8Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.edge = grown(new Uint32Array(size), this.edge);
    this.ring = grown(new Uint32Array(size), this.ring);
    this.other = grown(new Uint32Array(size), this.other);
    this.step = grown(new Int8Array(size), this.step);
    this.xy = grown(new Float64Array(2 * size), this.xy);
  }
}
