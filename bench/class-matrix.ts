/** Areas by class before and class after, m². */
export class ClassMatrix {
  readonly #cells = new Map<string, Map<string, number>>();

  add(before: string, after: string, area: number): void {
    let row = this.#cells.get(before);
    if (!row) {
      row = new Map();
      this.#cells.set(before, row);
    }
    row.set(after, (row.get(after) ?? 0) + area);
  }

  /** The figures by which two sides are compared; cells under `least` are left out of the count. */
  summary(least: number): { cells: number; sharedArea: number; reclassifiedArea: number } {
    const sum = { cells: 0, sharedArea: 0, reclassifiedArea: 0 };
    for (const [before, row] of this.#cells) {
      for (const [after, area] of row) {
        if (area > least) sum.cells++;
        sum.sharedArea += area;
        if (before !== after) sum.reclassifiedArea += area;
      }
    }
    return sum;
  }
}
