import { lonLatGeometry, type Transform, transformBetween } from '@tuheng/geometry';
import { CGCS2000, type Crs } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';
import type { FeatureName, Finding, FindingGeometry } from './inspection.ts';
import type { InspectionRule, Place, RuleFinding, Subject } from './rule.ts';
import { bounded } from './shown.ts';

/** 0.1 mm on the ground. */
const DECIMALS = 1e9;
const transforms = new WeakMap<Crs, Transform>();

/** A rule's finding as it stands in the result: features by name, the place in longitude and latitude. */
export function findingOf(rule: InspectionRule, subject: Subject, draft: RuleFinding): Finding {
  const { layer, feature, others, attribute, message, place, area, measure, suggestion } = draft;
  const database = layer?.database ?? subject.database;
  const known = layer !== undefined && feature !== undefined;
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    database: database?.name ?? null,
    layer: layer?.code ?? draft.object ?? subject.name,
    bsm: known ? bsmOf(layer, feature) : null,
    row: known ? layer.row(feature) : null,
    ...(others && others.length > 0 && { others: others.map(nameOf) }),
    ...(attribute !== undefined && { attribute }),
    message: bounded(message, LONGEST_MESSAGE),
    ...(place && layer?.crs && { geometry: geometryOf(place, layer) }),
    ...(area !== undefined && { area: round(area, 1e4) }),
    ...(measure && { measure: { value: round(measure.value, 1e6), unit: measure.unit } }),
    suggestion,
  };
}

/** A number of hostile data may be as long as a book. */
const LONGEST_BSM = 64;
/** Longer sentences hold values of hostile data. */
const LONGEST_MESSAGE = 1000;

function bsmOf(layer: InspectedLayer, feature: number): string | null {
  const bsm = layer.bsm(feature);
  return bsm === null ? null : bounded(bsm, LONGEST_BSM);
}

function nameOf({
  layer,
  feature,
}: {
  readonly layer: InspectedLayer;
  readonly feature: number;
}): FeatureName {
  return { layer: layer.code, bsm: bsmOf(layer, feature), row: layer.row(feature) };
}

function geometryOf(place: Place, layer: InspectedLayer): FindingGeometry {
  const transform = transforms.get(layer.plane) ?? transformBetween(layer.plane, CGCS2000);
  transforms.set(layer.plane, transform);
  const out: [number, number] = [0, 0];
  const point = (x: number, y: number): [number, number] => {
    transform(x, y, out);
    return [round(out[0], DECIMALS), round(out[1], DECIMALS)];
  };
  switch (place.kind) {
    case 'feature':
      return lonLatGeometry(place.polygons, place.feature, transform);
    case 'rings':
      return {
        type: 'Polygon',
        coordinates: place.rings.map((ring) =>
          Array.from({ length: ring.length / 2 }, (_, v) => point(ring[2 * v]!, ring[2 * v + 1]!)),
        ),
      };
    case 'segments': {
      const [first, ...more] = place.segments.map(([x0, y0, x1, y1]) => ({
        line: [point(x0, y0), point(x1, y1)],
        isPoint: x0 === x1 && y0 === y1,
      }));
      if (!first) throw new Error('a place of no segments');
      if (more.length > 0)
        return { type: 'MultiLineString', coordinates: [first, ...more].map(({ line }) => line) };
      return first.isPoint
        ? { type: 'Point', coordinates: first.line[0]! }
        : { type: 'LineString', coordinates: first.line };
    }
  }
}

function round(value: number, factor: number): number {
  return Math.round(value * factor) / factor;
}

/** By rule as they came, then database, layer, row, attribute, place: the order never depends on the run. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const order = new Map<string, number>();
  for (const { rule } of findings) if (!order.has(rule)) order.set(rule, order.size);
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  // Rules find in the order of rows and places, and the sort is stable: only what they cannot know is decided here.
  return findings.toSorted(
    (a, b) =>
      order.get(a.rule)! - order.get(b.rule)! ||
      compare(a.database ?? '', b.database ?? '') ||
      compare(a.layer, b.layer) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      compare(a.attribute ?? '', b.attribute ?? ''),
  );
}
