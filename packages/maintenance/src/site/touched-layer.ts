import {
  type ArealGeometry,
  type Box,
  featureCount,
  lonLatGeometry,
  type Pieces,
  type Polygons,
  PolygonsBuilder,
  selectFeatures,
  type Transform,
  vertexCount,
} from '@tuheng/geometry';
import { type Layer, layerSpec, roundArea, type SchemeYear, type Tolerance, textAt } from '@tuheng/standard';
import type { Measure } from '../measure.ts';
import { isNoise, splitNoise } from '../noise.ts';
import type { PieceFigures } from '../review.ts';
import { roundFigure } from '../verdict.ts';
import { classOfFeature } from './class-of-feature.ts';
import { groundLeft } from './ground-left.ts';
import { siteLayers } from './layer-role.ts';
import { SiteError } from './site-error.ts';
import type { SitePlan, SitePlanLayer } from './site-plan.ts';
import type { SiteClass, SiteClassTotal, SiteFeature, SiteLayer } from './site-report.ts';

/** The site in the working plane: features that neither overlap nor touch along an edge. */
export interface WorkingSite {
  readonly polygons: Polygons;
  readonly box: Box;
  readonly area: number;
}

/** What one site may cost. */
export interface SiteWork {
  /** Features of one layer near the site. */
  readonly features: number;
  /** The same times the vertices of the site: each of them may have to be cut by its whole boundary. */
  readonly work: number;
}

export interface TouchOptions {
  readonly limits: SiteWork;
  readonly landUseYear: SchemeYear | undefined;
  /** Whether the pieces are wanted for a map. */
  readonly geometry: boolean;
  /** Features described one by one, the largest shares. */
  readonly mostFeatures: number;
  readonly toLonLat: Transform;
}

/** What the site shares with one layer of the plan, and what lies outside of it. Only features whose box meets the site's are looked at. */
export function touchLayer(
  site: WorkingSite,
  from: SitePlanLayer,
  plan: SitePlan,
  options: TouchOptions,
): SiteLayer {
  const { layer } = from;
  const { overlay, measure, tolerance } = plan;
  const near = from.index.search(site.box);
  refuseTooMuch(near.length, vertexCount(site.polygons), layer.code, options.limits);
  const neighbours = overlay.select(from.polygons, near);
  const pieces = overlay.intersect(site.polygons, neighbours);
  const shared = splitNoise(pieces, tolerance);
  const left = realParts(groundLeft(site.polygons, pieces, overlay, tolerance), tolerance);
  const role = siteLayers.get(layer.code)!;
  const touched = groupByFeature(shared.real)
    .map(([neighbour, own]): Touched => {
      const row = near[neighbour]!;
      const { area, planeArea } = measure.total(shared.real.polygons, own);
      return { row, pieces: own, area, planeArea, class: classOfFeature(layer, row, options.landUseYear) };
    })
    // Rows come in the order of the file; equal areas keep it.
    .sort((p, q) => q.area - p.area);
  const drawn = role.drawOutside && options.geometry && featureCount(left) > 0;
  return {
    code: layer.code,
    title: layerSpec(layer.code)!.title,
    role: role.role,
    inside: withShare(measure, shared.real.polygons, site.area),
    outside: withShare(measure, left, site.area),
    noise: rounded(measure.total(shared.noise.polygons)),
    touched: touched.length,
    features: touched
      .slice(0, options.mostFeatures)
      .map((one) => describe(one, layer, shared.real.polygons, site.area, options)),
    classes: totalsByClass(touched, site.area),
    outsideGeometry: drawn ? outsideGeometry(left, options.toLonLat) : null,
  };
}

function refuseTooMuch(near: number, vertices: number, code: string, { features, work }: SiteWork): void {
  if (near <= features && near * vertices <= work) return;
  const { title } = layerSpec(code)!;
  throw new SiteError(
    'site.too-large',
    `用地范围过大或界线过密：${vertices} 个顶点，附近有 ${near} 个${title}图斑，不能当场比对。请分成几块分别查询。`,
  );
}

/** A feature of the layer that the site touches, with its pieces by number. */
interface Touched {
  readonly row: number;
  readonly pieces: readonly number[];
  readonly area: number;
  readonly planeArea: number;
  readonly class: SiteClass | null;
}

function describe(
  { row, pieces, area, planeArea, class: own }: Touched,
  layer: Layer,
  polygons: Polygons,
  siteArea: number,
  { geometry, toLonLat }: TouchOptions,
): SiteFeature {
  const { nameField, demandField, partField } = siteLayers.get(layer.code)!;
  const field = (name: string | undefined) => (name === undefined ? null : textAt(layer, name, row));
  return {
    bsm: textAt(layer, 'BSM', row),
    name: field(nameField),
    class: own,
    demand: field(demandField),
    part: field(partField),
    pieces: pieces.length,
    area: roundArea(area),
    planeArea: roundArea(planeArea),
    share: roundFigure(area / siteArea),
    geometry: geometry ? lonLatGeometry(asOneFeature(polygons, pieces), 0, toLonLat) : null,
  };
}

function groupByFeature(pieces: Pieces): [neighbour: number, pieces: number[]][] {
  const groups = new Map<number, number[]>();
  for (const [k, g] of pieces.right.entries()) {
    const known = groups.get(g);
    if (known) known.push(k);
    else groups.set(g, [k]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

function asOneFeature(polygons: Polygons, pieces: readonly number[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const k of pieces) {
    for (let g = polygons.featureStart[k]!; g < polygons.featureStart[k + 1]!; g++)
      builder.copyPolygon(polygons, g);
  }
  builder.endFeature();
  return builder.build();
}

function realParts(parts: Polygons, tolerance: Tolerance): Polygons {
  const all = [...Array(featureCount(parts)).keys()];
  return selectFeatures(
    parts,
    all.filter((f) => !isNoise(parts, f, tolerance)),
  );
}

function outsideGeometry(left: Polygons, toLonLat: Transform): ArealGeometry {
  return lonLatGeometry(asOneFeature(left, [...Array(featureCount(left)).keys()]), 0, toLonLat);
}

function totalsByClass(features: readonly Touched[], siteArea: number): SiteClassTotal[] {
  const totals = new Map<string, { -readonly [K in keyof SiteClassTotal]: SiteClassTotal[K] }>();
  for (const { class: own, area, planeArea } of features) {
    if (own === null) continue;
    const key = `${own.code} ${own.name}`;
    const total = totals.get(key) ?? { class: own, features: 0, area: 0, planeArea: 0, share: 0 };
    totals.set(key, total);
    total.features++;
    total.area += area;
    total.planeArea += planeArea;
  }
  return [...totals.values()]
    .map((total) => ({
      ...total,
      area: roundArea(total.area),
      planeArea: roundArea(total.planeArea),
      share: roundFigure(total.area / siteArea),
    }))
    .sort((a, b) => b.area - a.area || (a.class.code < b.class.code ? -1 : 1));
}

function withShare(measure: Measure, polygons: Polygons, siteArea: number): SiteLayer['inside'] {
  const figures = rounded(measure.total(polygons));
  return { ...figures, share: roundFigure(figures.area / siteArea) };
}

function rounded({ pieces, area, planeArea }: PieceFigures): PieceFigures {
  return { pieces, area: roundArea(area), planeArea: roundArea(planeArea) };
}
