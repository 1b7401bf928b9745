import { Geos } from '../geos.ts';
import { featureCount, type Polygons, PolygonsBuilder } from '../polygons.ts';
import { planeArea } from '../ring.ts';

/** What GEOS finds in a layer, in full precision: the judge of coverage checks. Features must be valid. */
export interface GeosCoverage {
  /** Area that each pair shares, `i,j` with i < j; pairs without are left out. */
  readonly overlaps: ReadonlyMap<string, number>;
  /** Areas of what the union encloses, or leaves of the boundary; descending. */
  readonly gaps: readonly number[];
  /** Area of the union beyond the boundary, where one was given. */
  readonly beyond: number;
}

/** Loads GEOS; a given boundary is one valid feature, against which gaps are told then. */
export async function loadGeosCoverage(): Promise<(layer: Polygons, boundary?: Polygons) => GeosCoverage> {
  const geos = await Geos.load();
  return (layer, boundary) => {
    const n = featureCount(layer);
    const overlaps = new Map<string, number>();
    return geos.scope((own) => {
      const parts = Array.from({ length: n }, (_, f) => own(geos.fromFeature(layer, f)));
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) {
          if (parts[i] === 0 || parts[j] === 0) continue;
          const area = totalArea(geos, own(geos.api.GEOSIntersection(parts[i]!, parts[j]!)));
          if (area > 0) overlaps.set(`${i},${j}`, area);
        }
      }
      const copies = parts.filter((part) => part !== 0).map((part) => geos.api.GEOSGeom_clone(part));
      const union = own(geos.api.GEOSUnaryUnion(own(geos.collect(copies))));
      if (!boundary) return { overlaps, gaps: enclosedAreas(geos, union, layer), beyond: 0 };
      const whole = own(geos.fromFeature(boundary, 0));
      return {
        overlaps,
        gaps: partAreas(geos, own(geos.api.GEOSDifference(whole, union))),
        beyond: totalArea(geos, own(geos.api.GEOSDifference(union, whole))),
      };
    });
  };
}

function totalArea(geos: Geos, geometry: number): number {
  const builder = new PolygonsBuilder();
  geos.toPolygons(geometry, builder, () => undefined);
  builder.endFeature();
  return planeArea(builder.build(), 0);
}

function partAreas(geos: Geos, geometry: number): number[] {
  const builder = new PolygonsBuilder();
  geos.toPolygons(geometry, builder, () => builder.endFeature());
  const p = builder.build();
  return Array.from({ length: featureCount(p) }, (_, f) => planeArea(p, f)).sort((a, b) => b - a);
}

/** What a union encloses: the parts of a larger box outside it that do not reach the box's border. Descending. */
function enclosedAreas(geos: Geos, union: number, layer: Polygons): number[] {
  if (layer.xy.length === 0) return [];
  const [minX, minY, maxX, maxY] = [0, 1, 0, 1].map((axis, k) =>
    layer.xy.filter((_, i) => i % 2 === axis).reduce(k < 2 ? min : max),
  ) as [number, number, number, number];
  const frame = new PolygonsBuilder();
  frame.addRing([minX - 1, minY - 1, maxX + 1, minY - 1, maxX + 1, maxY + 1, minX - 1, maxY + 1]);
  frame.endPolygon();
  frame.endFeature();
  return geos.scope((own) => {
    const rest = own(geos.api.GEOSDifference(own(geos.fromFeature(frame.build(), 0)), union));
    const parts = new PolygonsBuilder();
    geos.toPolygons(rest, parts, () => parts.endFeature());
    const p = parts.build();
    return Array.from({ length: featureCount(p) }, (_, f) => f)
      .filter((f) =>
        p.xy
          .subarray(2 * p.ringStart[p.polygonStart[f]!]!, 2 * p.ringStart[p.polygonStart[f]! + 1]!)
          .every((value, i) => i % 2 === 1 || value > minX - 1),
      )
      .map((f) => planeArea(p, f))
      .sort((a, b) => b - a);
  });
}

const min = (a: number, b: number): number => Math.min(a, b);
const max = (a: number, b: number): number => Math.max(a, b);
