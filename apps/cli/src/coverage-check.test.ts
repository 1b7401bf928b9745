import { generateCounty } from '@tuheng/demonstration';
import {
  checkCoverage,
  featureCount,
  loadGeosOverlay,
  type Overlay,
  type Polygons,
  PolygonsBuilder,
  perimeter,
  planeArea,
} from '@tuheng/geometry';
import { beforeAll, describe, expect, it } from 'vitest';

/** Spacing of GEOS's results, m: fine enough to shift no border by more than rounding does. */
const GRID = 1e-7;

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadGeosOverlay(GRID);
});

const { maintained, base } = generateCounty({ seed: 1, parcels: 3000, faults: 'all' });
const layerOf = (code: string): Polygons => (base.layers.get(code) ?? maintained.layers.get(code))!.polygons;

/**
 * Some features fall out, some are moved, grown or shrunk about their first vertex, some stand twice; to the
 * millimetre, like a survey. Repeatable.
 */
function withFaults(layer: Polygons): Polygons {
  const builder = new PolygonsBuilder();
  const n = featureCount(layer);
  const every = Math.max(4, Math.floor(n / 40));
  for (let f = 0; f < n; f++) {
    if (f % every !== 3) {
      builder.copyFeature(layer, f);
      continue;
    }
    const kind = Math.floor(f / every) % 5;
    if (kind === 0) continue;
    if (kind === 1) {
      builder.copyFeature(layer, f);
      builder.copyFeature(layer, f);
      continue;
    }
    const scale = kind === 2 ? 1.02 : kind === 3 ? 0.97 : 1;
    const shift = kind === 4 ? 0.37 : 0;
    for (let g = layer.featureStart[f]!; g < layer.featureStart[f + 1]!; g++) {
      const first = 2 * layer.ringStart[layer.polygonStart[g]!]!;
      for (let r = layer.polygonStart[g]!; r < layer.polygonStart[g + 1]!; r++) {
        const ring = layer.xy.slice(2 * layer.ringStart[r]!, 2 * layer.ringStart[r + 1]!);
        builder.addRing(
          ring.map((value, i) => {
            const origin = layer.xy[first + (i % 2)]!;
            return Math.round(1000 * (origin + scale * (value - origin) + shift)) / 1000;
          }),
        );
      }
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

/** 1e-9 relative or 1e-6 m², and what GEOS's grid may shift. */
function expectSame(ours: number, theirs: Found | undefined, what: string): void {
  const { area, perimeter: length } = theirs ?? { area: 0, perimeter: 0 };
  const allowed = Math.max(1e-6, 1e-9 * area) + GRID * length;
  expect(Math.abs(ours - area), `${what}: ${ours}, GEOS ${area}`).toBeLessThanOrEqual(allowed);
}

interface Found {
  readonly area: number;
  readonly perimeter: number;
}

const isWide = (piece: Found): boolean => piece.area > 1e-6 + 2 * GRID * piece.perimeter;

function ringLengths(rings: readonly (readonly number[])[]): number {
  let length = 0;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      length += Math.hypot(ring[i]! - ring[i - 2]!, ring[i + 1]! - ring[i - 1]!);
    }
  }
  return length;
}

function geosOverlaps(layer: Polygons): Map<string, Found> {
  const { polygons, left, right } = overlay.intersect(layer, layer);
  const pairs = new Map<string, Found>();
  for (const [k, i] of left.entries()) {
    if (i >= right[k]!) continue;
    const before = pairs.get(`${i},${right[k]}`);
    pairs.set(`${i},${right[k]}`, {
      area: (before?.area ?? 0) + planeArea(polygons, k),
      perimeter: (before?.perimeter ?? 0) + perimeter(polygons, k),
    });
  }
  return pairs;
}

/** Holes of the union less what lies in them, largest first. */
function geosGaps(layer: Polygons): Found[] {
  const union = overlay.dissolve(layer);
  const holes = new PolygonsBuilder();
  for (let g = 0; g + 1 < union.polygonStart.length; g++) {
    for (let r = union.polygonStart[g]! + 1; r < union.polygonStart[g + 1]!; r++) {
      holes.addRing(union.xy, union.ringStart[r]!, union.ringStart[r + 1]!);
      holes.endPolygon();
      holes.endFeature();
    }
  }
  const { polygons } = overlay.subtract(holes.build(), union);
  return Array.from({ length: featureCount(polygons) }, (_, f) => ({
    area: planeArea(polygons, f),
    perimeter: perimeter(polygons, f),
  })).sort((a, b) => b.area - a.area);
}

describe.each(['GHFQ', 'YDYHGHFQ', 'DLTB', 'ZXCQGHYDYH'])('the coverage check of %s', (code) => {
  it.each<[string, (layer: Polygons) => Polygons]>([
    ['as generated', (layer) => layer],
    ['with gaps and overlaps planted', withFaults],
  ])('%s finds exactly what GEOS finds', (_, plant) => {
    const layer = plant(layerOf(code));
    const report = checkCoverage(layer, { overlapArea: 0, gapArea: 0 });
    const ours = new Map<string, number>();
    for (const { features, area } of report.overlaps) {
      ours.set(features.join(), (ours.get(features.join()) ?? 0) + area);
    }
    const theirs = geosOverlaps(layer);
    for (const pair of new Set([...ours.keys(), ...theirs.keys()])) {
      expectSame(ours.get(pair) ?? 0, theirs.get(pair), `overlap of ${pair}`);
    }
    // Slivers narrower than GEOS's grid come and go with it.
    const gaps = report.gaps
      .map(({ rings, area }) => ({ area, perimeter: ringLengths(rings) }))
      .filter(isWide)
      .sort((a, b) => b.area - a.area);
    const holes = geosGaps(layer).filter(isWide);
    expect(gaps).toHaveLength(holes.length);
    for (const [k, { area }] of gaps.entries()) expectSame(area, holes[k], `gap ${k}`);
    const planted = layer !== layerOf(code);
    // One fault of the county is ground without a zone.
    expect([ours.size > 0, holes.length > 0]).toEqual([planted, planted || code === 'GHFQ']);
  });
});
