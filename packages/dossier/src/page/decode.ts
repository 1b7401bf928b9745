/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { readSteps as Read } from './read-steps.ts';

/** One drawn layer in the page: paths in metres from the scene's origin. */
export interface PageLayer {
  readonly code: string;
  readonly title: string;
  readonly side: string;
  readonly paths: Path2D[];
  /** Class number of each feature. */
  readonly classes: number[];
  /** minX, minY, maxX, maxY of each feature. */
  readonly boxes: Float64Array;
}

/**
 * Decodes a layer as `encodePolygons` wrote it. Runs in the page: self-contained, as are all functions of this folder, since
 * their source text is what the report carries.
 */
export function decodeLayer(
  layer: { code: string; title: string; side: string; quantum: number; data: string },
  readSteps: typeof Read,
): PageLayer {
  const { unsigned, signed } = readSteps(layer.data);
  const count = unsigned();
  const paths: Path2D[] = [];
  const classes: number[] = [];
  const boxes = new Float64Array(4 * count);
  let x = 0;
  let y = 0;
  for (let f = 0; f < count; f++) {
    classes.push(unsigned());
    const path = new Path2D();
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let polygons = unsigned(); polygons > 0; polygons--) {
      for (let rings = unsigned(); rings > 0; rings--) {
        const vertices = unsigned();
        for (let v = 0; v < vertices; v++) {
          x += signed();
          y += signed();
          const px = x * layer.quantum;
          const py = y * layer.quantum;
          if (v === 0) path.moveTo(px, py);
          else path.lineTo(px, py);
          if (px < box[0]!) box[0] = px;
          if (py < box[1]!) box[1] = py;
          if (px > box[2]!) box[2] = px;
          if (py > box[3]!) box[3] = py;
        }
        path.closePath();
      }
    }
    paths.push(path);
    boxes.set(box, 4 * f);
  }
  return { code: layer.code, title: layer.title, side: layer.side, paths, classes, boxes };
}
