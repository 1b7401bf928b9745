import { type ArealGeometry, lonLatGeometry, type Transform, transformBetween } from '@tuheng/geometry';
import { CGCS2000, type Crs, crsOf, layerSpec, roundArea, textAt } from '@tuheng/standard';
import type { LayerTotal } from '@tuheng/store';
import { boxRing } from '../cql2/geometry-literal.ts';
import { toLonLat } from '../features/lon-lat-box.ts';
import { measuredAreas } from '../features/measured-areas.ts';
import { type Value, valueAt } from '../features/value-at.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { featureMeets } from '../place/feature-place.ts';
import { Shape } from '../place/shape.ts';

/** A feature at a place, with all that is known of it. */
export interface IdentifiedFeature {
  readonly layer: string;
  readonly title: string;
  readonly id: number;
  readonly bsm: string | null;
  /** In the order of the layer's fields. */
  readonly attributes: Readonly<Record<string, Value>>;
  readonly geometry: ArealGeometry;
  /** m² by the national ellipsoid formula, 2 decimals. */
  readonly area: number;
}

/** Degrees (CGCS2000). */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** How near counts as on the border: a millimetre, or as much in degrees. Coordinates in degrees are handed out with 0.1 mm. */
const NEAR = { 'gauss-kruger': 1e-3, geographic: 1e-8 } as const;

/** Features of a layer at a place; on a border those on both sides. */
export async function identify(held: HeldLayer, place: LonLat): Promise<IdentifiedFeature[]> {
  const { layer, ids, index } = held;
  const shape = shapeAt(layer.crs, place);
  if (!shape) return [];
  const rows = index.search(shape.box).filter((row) => featureMeets(shape, layer.polygons, row));
  const areas = await measuredAreas(held, Uint32Array.from(rows));
  return rows.map((row) => ({
    layer: layer.code,
    title: layerSpec(layer.code)?.title ?? layer.code,
    id: ids[row]!,
    bsm: textAt(layer, 'BSM', row),
    attributes: Object.fromEntries([...layer.columns].map(([name, column]) => [name, valueAt(column, row)])),
    geometry: lonLatGeometry(layer.polygons, row, toLonLat(layer)),
    area: roundArea(areas[row]!),
  }));
}

/** Whether features of a layer can lie at a place, told by the box around all of them. */
export function mayHold({ epsg, box }: LayerTotal, place: LonLat): boolean {
  const shape = box && shapeAt(crsOf(epsg)!, place);
  if (!shape) return false;
  const [minX, minY, maxX, maxY] = shape.box;
  return minX <= box[2] && maxX >= box[0] && minY <= box[3] && maxY >= box[1];
}

/** A small square around a place in a layer's coordinates; undefined where its projection does not reach. */
function shapeAt(crs: Crs, { lon, lat }: LonLat): Shape | undefined {
  const out: [number, number] = [0, 0];
  fromLonLat(crs)(lon, lat, out);
  const [x, y] = out;
  const near = NEAR[crs.kind];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  return new Shape(true, [boxRing(x - near, y - near, x + near, y + near)]);
}

const transforms = new Map<number, Transform>();

function fromLonLat(crs: Crs): Transform {
  const known = transforms.get(crs.epsg);
  if (known) return known;
  const transform = transformBetween(CGCS2000, crs);
  transforms.set(crs.epsg, transform);
  return transform;
}
