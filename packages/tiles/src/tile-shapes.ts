import {
  featureBoxes,
  featureCount,
  type Polygons,
  type Projection,
  packTree,
  signedRingArea,
} from '@tuheng/geometry';
import type { AttributeTable } from './attribute-table.ts';
import { toMercator } from './mercator.ts';
import type { TileShapes } from './tile-layer.ts';
import { vertexZooms } from './vertex-zooms.ts';

/** What shapes are besides their polygons. */
export interface ShapeFacts {
  readonly classOf: Uint32Array;
  readonly classes: number;
  readonly attributes: readonly AttributeTable[];
}

/** Polygons in a coordinate system of CGCS2000 as shapes ready to be cut. Edges stay straight between their projected ends. */
export function tileShapes(source: Polygons, from: Projection, facts: ShapeFacts): TileShapes {
  const polygons = projected(source, from);
  const boxes = featureBoxes(polygons);
  return {
    polygons,
    vertexZoom: vertexZooms(polygons),
    polygonArea: polygonAreas(polygons),
    boxes,
    tree: packTree(boxes),
    ...facts,
  };
}

/** On the square of tile 0/0/0, every ring in the direction that tiles want. */
function projected({ xy, ringStart, polygonStart, featureStart }: Polygons, from: Projection): Polygons {
  const project = toMercator(from);
  const out: [number, number] = [0, 0];
  const target = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    project(xy[i]!, xy[i + 1]!, out);
    target[i] = out[0];
    target[i + 1] = out[1];
  }
  for (let p = 0; p < polygonStart.length - 1; p++) {
    for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
      const area = signedRingArea(target, ringStart[r]!, ringStart[r + 1]!);
      if (r === polygonStart[p] ? area < 0 : area > 0) reverse(target, ringStart[r]!, ringStart[r + 1]!);
    }
  }
  return { xy: target, ringStart, polygonStart, featureStart };
}

function reverse(xy: Float64Array, from: number, to: number): void {
  for (let i = 2 * from, j = 2 * (to - 1); i < j; i += 2, j -= 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    xy[i] = xy[j]!;
    xy[i + 1] = xy[j + 1]!;
    xy[j] = x;
    xy[j + 1] = y;
  }
}

function polygonAreas({ xy, ringStart, polygonStart }: Polygons): Float64Array {
  const areas = new Float64Array(polygonStart.length - 1);
  for (let p = 0; p < areas.length; p++) {
    for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
      areas[p]! += signedRingArea(xy, ringStart[r]!, ringStart[r + 1]!);
    }
  }
  return areas;
}

/** Area of all polygons over the number of shapes; 0 without any. */
export function meanArea({ polygons, polygonArea }: TileShapes): number {
  const shapes = featureCount(polygons);
  return shapes === 0 ? 0 : polygonArea.reduce((sum, area) => sum + area, 0) / shapes;
}
