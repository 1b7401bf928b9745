import { type Polygons, PolygonsBuilder, reprojectPolygons } from '@tuheng/geometry';
import type { Evidence, Review } from '@tuheng/maintenance';
import { CGCS2000, type Crs } from '@tuheng/standard';
import { toBase64 } from './bytes.ts';
import { encodePolygons } from './encode-polygons.ts';
import { colourIndex, groundToShow, NEAR, originOf } from './ground.ts';
import type { ReportMap } from './report-map.ts';

/** Pieces of evidence of one verdict that the page holds; `review.json` has them all. */
export const MOST_EVIDENCE = 400;
/** Change pieces that the page holds, largest first. */
export const MOST_CHANGES = 3000;
/** Vertices of the land-use ground under the lines. */
const MOST_GROUND_VERTICES = 1_200_000;
const LINE_QUANTUM = 0.01;
const GROUND_QUANTUM = 0.2;
const GROUND_TOLERANCE = 2;

/** One drawn layer as the page gets it. */
export interface SceneLayer {
  readonly code: string;
  readonly title: string;
  readonly side: string;
  readonly quantum: number;
  readonly data: string;
}

/** What the page draws; areas and words are in the tables. */
export interface Scene {
  readonly origin: readonly [number, number];
  /** For coordinates under the pointer. */
  readonly zone: { readonly centralMeridian: number; readonly falseEasting: number };
  readonly colours: readonly string[];
  readonly layers: readonly SceneLayer[];
  /** Evidence pieces: for verdict `v` the features `evidenceStart[v] .. evidenceStart[v+1]-1` of `evidence`. */
  readonly evidence: SceneLayer;
  readonly evidenceStart: readonly number[];
  /** Change pieces, in the order of the table; the class of each is its type (1, 2, 3). */
  readonly changes: SceneLayer;
  /** What was left out of the ground, for people; empty when nothing was. */
  readonly omitted: string;
}

/** The change pieces shown: largest first. */
export function shownChanges(map: ReportMap): ReportMap['changes'] {
  return [...map.changes]
    .sort((a, b) => b.area - a.area || (a.number < b.number ? -1 : 1))
    .slice(0, MOST_CHANGES);
}

export function buildScene(review: Review, map: ReportMap): Scene {
  const evidence = evidencePolygons(review, map.crs);
  const changes = shownChanges(map);
  const changePolygons = pick(changes.map(({ polygons, feature }) => [polygons, feature] as const));
  const drawn = map.layers.filter(({ side }) => side !== 'base').map(({ polygons }) => polygons);
  const origin = originOf([...drawn, changePolygons, ...map.layers.map(({ polygons }) => polygons)]);
  const colours = ['#e9e9e6'];
  const encode = (
    layer: Omit<SceneLayer, 'data' | 'quantum'>,
    polygons: Polygons,
    quantum: number,
    classes?: number[],
  ): SceneLayer => ({
    code: layer.code,
    title: layer.title,
    side: layer.side,
    quantum,
    data: toBase64(encodePolygons(polygons, origin, quantum, classes)),
  });
  let omitted = '';
  const layers = map.layers.map((layer) => {
    if (layer.side !== 'base') return encode(layer, layer.polygons, LINE_QUANTUM);
    const ground = groundToShow(
      layer.polygons,
      [changePolygons, evidence.polygons],
      GROUND_TOLERANCE,
      MOST_GROUND_VERTICES,
    );
    if (ground.left > 0) omitted = `底图只含变更与证据周边 ${NEAR} 米内的地块，另有 ${ground.left} 个未画`;
    const classes = ground.features.map((f) => colourIndex(colours, layer.classes?.[f] ?? null));
    return encode(layer, ground.polygons, GROUND_QUANTUM, classes);
  });
  return {
    origin,
    zone: { centralMeridian: map.crs.centralMeridian, falseEasting: map.crs.falseEasting },
    colours,
    layers,
    evidence: encode({ code: 'evidence', title: '证据', side: 'change' }, evidence.polygons, LINE_QUANTUM),
    evidenceStart: evidence.start,
    changes: encode(
      { code: 'changes', title: '变更地块', side: 'change' },
      changePolygons,
      LINE_QUANTUM,
      changes.map(({ type }) => Number(type)),
    ),
    omitted,
  };
}

/** The pieces shown of a verdict: the largest, in the order of the review. */
export function shownEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.slice(0, MOST_EVIDENCE);
}

function evidencePolygons(review: Review, crs: Crs): { polygons: Polygons; start: number[] } {
  const builder = new PolygonsBuilder();
  const start = [0];
  let count = 0;
  for (const verdict of review.verdicts) {
    for (const { geometry } of shownEvidence(verdict.evidence)) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const rings of polygons) {
        for (const ring of rings) builder.addRing(ring.flat());
        builder.endPolygon();
      }
      builder.endFeature();
      count++;
    }
    start.push(count);
  }
  return { polygons: reprojectPolygons(builder.build(), CGCS2000, crs), start };
}

function pick(features: readonly (readonly [Polygons, number])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const [polygons, feature] of features) builder.copyFeature(polygons, feature);
  return builder.build();
}
