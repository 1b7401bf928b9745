import type { Random } from '../random.ts';
import type { Geography } from './geography.ts';
import type { Ground } from './ground.ts';
import { inside, type Point } from './shapes.ts';

/** Where villages lie: spread evenly, but not on a grid, and none in a town's way. */
export class VillagePlaces {
  /** m²; fewer villages are larger ones. */
  readonly area: number;
  readonly #points: Point[] = [];

  constructor({ outline, towns }: Geography, count: number, random: Random) {
    this.area = 1.35e8 / count;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < outline.length; i += 2) {
      x0 = Math.min(x0, outline[i]!);
      x1 = Math.max(x1, outline[i]!);
      y0 = Math.min(y0, outline[i + 1]!);
      y1 = Math.max(y1, outline[i + 1]!);
    }
    const spacing = Math.sqrt(6.6e9 / count);
    for (let y = y0, row = 0; y < y1; y += spacing, row++) {
      for (let x = x0 + (row % 2) * spacing * 0.5; x < x1; x += spacing) {
        const px = x + random.between(-0.33, 0.33) * spacing;
        const py = y + random.between(-0.33, 0.33) * spacing;
        if (!inside(outline, px, py)) continue;
        if (towns.some(({ centre }) => Math.hypot(centre[0] - px, centre[1] - py) < 1800)) continue;
        this.#points.push([px, py]);
      }
    }
  }

  within(ground: Ground, face: number): Point[] {
    const { mesh } = ground;
    const path: number[] = [];
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const h of mesh.ring(face)) {
      const x = mesh.x[mesh.origin[h]!]!;
      const y = mesh.y[mesh.origin[h]!]!;
      path.push(x, y);
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
    }
    return this.#points.filter(([x, y]) => x > x0 && x < x1 && y > y0 && y < y1 && inside(path, x, y));
  }
}
