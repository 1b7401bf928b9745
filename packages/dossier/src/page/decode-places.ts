/// <reference lib="dom" />
import type { readSteps as Read } from './read-steps.ts';

/** The places of findings in the page, metres from the scene's origin. */
export interface PagePlaces {
  readonly kinds: ('none' | 'point' | 'line' | 'polygon')[];
  /** Of each finding its rings (not closed), lines or points: `x, y, x, y, …`. */
  readonly parts: Float64Array[][];
  /** minX, minY, maxX, maxY of each; inside out where there is none. */
  readonly boxes: Float64Array;
  /** The delivered borders around each finding. */
  readonly borders: { readonly of: 'own' | 'other' | 'rest'; readonly line: Float64Array }[][];
}

/** Decodes what `encodePlaces` and `encodeBorders` wrote. Runs in the page; self-contained. */
export function decodePlaces(
  scene: { quantum: number; places: string; borders: string },
  readSteps: typeof Read,
): PagePlaces {
  const reader = (data: string) => {
    const { unsigned, signed } = readSteps(data);
    let x = 0;
    let y = 0;
    const line = (): Float64Array => {
      const xy = new Float64Array(2 * unsigned());
      for (let i = 0; i < xy.length; i += 2) {
        x += signed();
        y += signed();
        xy[i] = x * scene.quantum;
        xy[i + 1] = y * scene.quantum;
      }
      return xy;
    };
    return { unsigned, line };
  };
  const names = ['none', 'point', 'line', 'polygon'] as const;
  const places = reader(scene.places);
  const count = places.unsigned();
  const kinds: PagePlaces['kinds'] = [];
  const parts: Float64Array[][] = [];
  const boxes = new Float64Array(4 * count);
  for (let i = 0; i < count; i++) {
    const kind = names[places.unsigned()]!;
    kinds.push(kind);
    const of = kind === 'none' ? [] : Array.from({ length: places.unsigned() }, places.line);
    parts.push(of);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const xy of of) {
      for (let v = 0; v < xy.length; v += 2) {
        if (xy[v]! < box[0]!) box[0] = xy[v]!;
        if (xy[v + 1]! < box[1]!) box[1] = xy[v + 1]!;
        if (xy[v]! > box[2]!) box[2] = xy[v]!;
        if (xy[v + 1]! > box[3]!) box[3] = xy[v + 1]!;
      }
    }
    boxes.set(box, 4 * i);
  }
  const owners = ['own', 'other', 'rest'] as const;
  const around = reader(scene.borders);
  const borders: PagePlaces['borders'] = Array.from({ length: around.unsigned() }, () =>
    Array.from({ length: around.unsigned() }, () => ({
      of: owners[around.unsigned()]!,
      line: around.line(),
    })),
  );
  return { kinds, parts, boxes, borders };
}
