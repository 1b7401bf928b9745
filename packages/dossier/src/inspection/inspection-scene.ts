import { featureBox, featureCount, type Polygons, PolygonsBuilder, vertexCount } from '@tuheng/geometry';
import type { Finding } from '@tuheng/inspection';
import { toBase64 } from '../bytes.ts';
import { encodePolygons } from '../encode-polygons.ts';
import { colourIndex, type Ground, groundToShow, NEAR, originOf } from '../ground.ts';
import type { SceneLayer } from '../scene.ts';
import { encodeBorders, encodePlaces, PLACE_QUANTUM } from './encode-places.ts';
import type { GroundLayer, InspectionMap } from './inspection-map.ts';
import { limitVertices } from './limit-vertices.ts';
import { nearBorders } from './near-borders.ts';
import { type PlanePlace, placeBox, planePlaces } from './places.ts';

/** Vertices of all places together; about 10 bytes each in the page. */
const PLACE_VERTICES = 400_000;
const BORDER_VERTICES = 300_000;
const GROUND_VERTICES = 800_000;
/** Metres: what the ground is simplified by, and the grid it is written on. */
const filled = { tolerance: 2, quantum: 0.2 };
const drawn = { tolerance: 0.4, quantum: 0.05 };

/** What the page of an inspection draws. */
export interface InspectionScene {
  readonly origin: readonly [number, number];
  /** What the full view shows, metres from the origin. */
  readonly bounds: readonly [number, number, number, number];
  readonly colours: readonly string[];
  readonly layers: readonly SceneLayer[];
  readonly quantum: number;
  /** The places of the shown findings, and the borders around them. */
  readonly places: string;
  readonly borders: string;
  /** Shown findings whose place is drawn with fewer vertices than it has. */
  readonly simplified: readonly number[];
  readonly omitted: string;
}

export function buildInspectionScene(findings: readonly Finding[], map: InspectionMap): InspectionScene {
  const exact = planePlaces(findings, map.crs);
  const limited = limitVertices(exact, PLACE_VERTICES);
  const places = limited.map(({ place }) => place);
  const layers = map.layers.map(withoutStray);
  const known = [...layers, ...(map.details ?? []).map(withoutStray)];
  const boxes = boxesOf(places);
  const origin = originOf([...layers.map(({ polygons }) => polygons), boxes]);
  const colours = ['#e9e9e6'];
  let left = 0;
  const grounds = groundsToShow(layers, boxes);
  const scene = layers.map((layer, i): SceneLayer => {
    const { quantum } = layer.classes ? filled : drawn;
    const ground = grounds[i]!;
    left += ground.left;
    const classes =
      layer.classes && ground.features.map((f) => colourIndex(colours, layer.classes![f] ?? null));
    return {
      code: layer.code,
      title: layer.title,
      side: layer.classes ? 'fill' : 'line',
      quantum,
      data: toBase64(encodePolygons(ground.polygons, origin, quantum, classes)),
    };
  });
  return {
    origin,
    bounds: fullView(
      [...layers.map(({ polygons }) => polygons), ...(layers.length === 0 ? [boxes] : [])],
      origin,
    ),
    colours,
    layers: scene,
    quantum: PLACE_QUANTUM,
    places: toBase64(encodePlaces(places, origin)),
    borders: toBase64(encodeBorders(nearBorders(findings, exact, known, BORDER_VERTICES), origin)),
    simplified: limited.flatMap(({ simplified }, i) => (simplified ? [i] : [])),
    omitted: left > 0 ? `底图只含问题周边 ${NEAR} 米内的图斑，另有 ${left} 个未画` : '',
  };
}

/** Features with coordinates that are not finite are empty: they cannot be drawn, and would spoil the others. */
function withoutStray(layer: GroundLayer): GroundLayer {
  const { polygons } = layer;
  const { xy, featureStart, polygonStart, ringStart } = polygons;
  if (xy.every(Number.isFinite)) return layer;
  const builder = new PolygonsBuilder();
  for (let f = 0; f < featureCount(polygons); f++) {
    const from = ringStart[polygonStart[featureStart[f]!]!]!;
    const to = ringStart[polygonStart[featureStart[f + 1]!]!]!;
    if (xy.subarray(2 * from, 2 * to).every(Number.isFinite)) builder.copyFeature(polygons, f);
    else builder.endFeature();
  }
  return { ...layer, polygons: builder.build() };
}

/** The layers simplified; what the small ones leave of the vertices is for the large. */
function groundsToShow(layers: readonly GroundLayer[], places: Polygons): Ground[] {
  const grounds: Ground[] = [];
  let rest = GROUND_VERTICES;
  const bySize = [...layers.entries()].toSorted(
    ([, a], [, b]) => vertexCount(a.polygons) - vertexCount(b.polygons),
  );
  for (const [done, [i, { polygons, classes }]] of bySize.entries()) {
    const { tolerance } = classes ? filled : drawn;
    const share = Math.floor(rest / (bySize.length - done));
    grounds[i] = groundToShow(polygons, [places], tolerance, share);
    rest = Math.max(0, rest - vertexCount(grounds[i].polygons));
  }
  return grounds;
}

/** The boxes of places, one feature each: for what lies near them. */
function boxesOf(places: readonly (PlanePlace | undefined)[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const place of places) {
    if (!place) continue;
    const [w, s, e, n] = placeBox(place);
    builder.addRing([w, s, e, s, e, n, w, n, w, s]);
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}

/** The box of nearly all features: what lies far from the others (a stray feature) does not make the rest a dot. */
function fullView(
  layers: readonly Polygons[],
  [x0, y0]: readonly [number, number],
): [number, number, number, number] {
  const boxes = layers.flatMap((p) =>
    Array.from({ length: featureCount(p) }, (_, f) => featureBox(p, f)).filter(
      ([minX, , maxX]) => minX <= maxX,
    ),
  );
  if (boxes.length === 0) return [0, 0, 1000, 1000];
  const range = (low: 0 | 1): [number, number] => {
    const middles = Float64Array.from(boxes, (box) => (box[low]! + box[low + 2]!) / 2).sort();
    const from = middles[Math.floor((middles.length - 1) * 0.05)]!;
    const to = middles[Math.ceil((middles.length - 1) * 0.95)]!;
    const reach = Math.max(to - from, 1000);
    return [from - reach, to + reach];
  };
  const [west, east] = range(0);
  const [south, north] = range(1);
  const kept = boxes.filter(
    ([minX, minY, maxX, maxY]) =>
      (minX + maxX) / 2 >= west &&
      (minX + maxX) / 2 <= east &&
      (minY + maxY) / 2 >= south &&
      (minY + maxY) / 2 <= north,
  );
  const view: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [minX, minY, maxX, maxY] of kept) {
    view[0] = Math.min(view[0], minX - x0);
    view[1] = Math.min(view[1], minY - y0);
    view[2] = Math.max(view[2], maxX - x0);
    view[3] = Math.max(view[3], maxY - y0);
  }
  return view;
}
