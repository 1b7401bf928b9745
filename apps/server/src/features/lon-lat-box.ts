import { type Box, featureBox, type Transform, transformBetween, transformedBox } from '@tuheng/geometry';
import { CGCS2000, type Layer } from '@tuheng/standard';

/** A side so long is straight enough in degrees: 3 km. Boxes of large features are followed in more steps. */
const STEP = { 'gauss-kruger': 3000, geographic: 0.03 } as const;
const MOST_STEPS = 32;

const transforms = new Map<number, Transform>();

/** From the coordinates of a layer to degrees. */
export function toLonLat({ crs }: Pick<Layer, 'crs'>): Transform {
  const known = transforms.get(crs.epsg);
  if (known) return known;
  const transform = transformBetween(crs, CGCS2000);
  transforms.set(crs.epsg, transform);
  return transform;
}

/** West, south, east and north of a feature in degrees, rounded outwards to centimetres; null where it has no place. */
export function lonLatBox(layer: Layer, row: number): Box | null {
  const box = featureBox(layer.polygons, row);
  if (!box.every(Number.isFinite)) return null;
  const size = Math.max(box[2] - box[0], box[3] - box[1]);
  const steps = Math.min(MOST_STEPS, Math.ceil(size / STEP[layer.crs.kind]) || 1);
  return roundedOutwards(transformedBox(box, toLonLat(layer), steps));
}

/** Degrees, with 7 decimals. */
export function roundedOutwards([w, s, e, n]: Box): Box {
  const [down, up] = [(x: number) => Math.floor(x * 1e7) / 1e7, (x: number) => Math.ceil(x * 1e7) / 1e7];
  return [down(w), down(s), up(e), up(n)];
}
