import type { PagePlaces } from './decode-places.ts';
import type { PageMap } from './map.ts';
import type { PageFindings } from './read-findings.ts';

/** Flights of the map to findings; where nothing of them is drawn it stays and is drawn anew. */
export interface FindingFlights {
  /** So that all are in sight. */
  over(findings: readonly number[]): void;
  /** So near that the fault fills the view, and a width of less than a pixel becomes one of sixty. */
  close(finding: number): void;
  /** So far that the ground around it is in sight. */
  around(finding: number): void;
}

/** Runs in the page; self-contained. */
export function createFlights(
  map: PageMap,
  findings: PageFindings,
  { kinds, boxes, borders }: PagePlaces,
): FindingFlights {
  const boxOf = (list: readonly number[]): number[] => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of list) {
      box[0] = Math.min(box[0]!, boxes[4 * i]!);
      box[1] = Math.min(box[1]!, boxes[4 * i + 1]!);
      box[2] = Math.max(box[2]!, boxes[4 * i + 2]!);
      box[3] = Math.max(box[3]!, boxes[4 * i + 3]!);
    }
    return box;
  };
  return {
    over: (list) => {
      const drawn = list.filter((i) => kinds[i] !== 'none');
      if (drawn.length > 0) map.fly(boxOf(drawn), 1.5, 1.3);
      else map.redraw();
    },
    close: (i) => {
      if (kinds[i] === 'none') {
        map.redraw();
        return;
      }
      const { width } = findings.of(i);
      const box = boxOf([i]);
      const size = Math.max(box[2]! - box[0]!, box[3]! - box[1]!);
      // Without borders around it only the ground tells where it is, and that fades when it is too near.
      if (borders[i]!.length === 0) map.fly(box, 6, 2.6);
      else if (size > 0.5) map.fly(box, 400, 2.6);
      else map.fly(box, width > 0 ? Math.min(20_000, Math.max(40, 60 / width)) : size > 0 ? 20_000 : 60, 6);
    },
    around: (i) => map.fly(boxOf([i]), 0.6, 8),
  };
}
