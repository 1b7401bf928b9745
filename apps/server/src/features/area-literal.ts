import type { ArealGeometry } from '@tuheng/geometry';
import type { GeometryLiteral } from '../cql2/expression.ts';

/** GeoJSON as filters have a geometry: its rings, heights left out. */
export function areaLiteral(geometry: ArealGeometry): GeometryLiteral {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    kind: 'area',
    paths: polygons.flatMap((rings) => rings.map((ring) => ring.flatMap(([x, y]) => [x!, y!]))),
  };
}
