/** A ring on the grid of a tile, in units from the tile's north-west corner; the first point is not repeated. */
export class GridRing {
  xy = new Float64Array(512);
  /** Points. */
  length = 0;

  push(x: number, y: number): void {
    if (2 * this.length === this.xy.length) {
      const grown = new Float64Array(2 * this.xy.length);
      grown.set(this.xy);
      this.xy = grown;
    }
    this.xy[2 * this.length] = x;
    this.xy[2 * this.length + 1] = y;
    this.length++;
  }

  /** Leaves out a last point that is the first one. */
  close(): void {
    const last = this.length - 1;
    if (last > 0 && this.xy[2 * last] === this.xy[0] && this.xy[2 * last + 1] === this.xy[1]) this.length--;
  }

  /** Twice the area, positive where the ring runs as the outer ring of a tile's polygon must. */
  doubleArea(): number {
    const { xy, length } = this;
    let sum = 0;
    for (let i = 2; i + 3 < 2 * length; i += 2) {
      sum += (xy[i]! - xy[0]!) * (xy[i + 3]! - xy[1]!) - (xy[i + 2]! - xy[0]!) * (xy[i + 1]! - xy[1]!);
    }
    return sum;
  }
}
