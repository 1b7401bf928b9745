import { ellipsoidArea, reprojectPolygons, selectFeatures, transformBetween } from '@tuheng/geometry';
import { CGCS2000 } from '@tuheng/standard';
import type { InspectedLayer } from '../inspected-layer.ts';
import { oncePerValue } from '../once-per-value.ts';
import { geodesicArea } from './geodesic-area.ts';

/** What a stored area may be instead of the ellipsoid area on the path of the declared coordinate system. */
export interface AreaHypothesis {
  /** Code of the cause: `area.geodesic`. */
  readonly cause: string;
  /** 中文. */
  readonly title: string;
  /** The value of feature `f` by this hypothesis, in `unit`. */
  readonly value: (f: number) => number;
  readonly unit: 'm²' | 'ha' | '亩';
  /** How far a stored value may be from it, in `unit`: values are rounded to two decimals. */
  readonly slack: number;
}

/** Half a hundredth of rounding, and a digit. */
const ROUNDED = 0.0051;
/** The same for areas in m², where the other side rounds too. */
const ROUNDED_TWICE = 0.011;
const MU = 10_000 / 15;

/** The ellipsoid area on the other path (standards.md §7.4): of plane data undensified, of geographic data in the plane and densified. */
function otherPath(layer: InspectedLayer): AreaHypothesis {
  const declared = layer.crs!;
  const value = oncePerValue(
    declared.kind === 'geographic'
      ? (f: number) => ellipsoidArea(layer.polygons, f, layer.plane)
      : (f: number) => {
          const one = selectFeatures(layer.polygons, [f]);
          return ellipsoidArea(reprojectPolygons(one, layer.plane, CGCS2000), 0, CGCS2000);
        },
  );
  const title =
    declared.kind === 'geographic' ? '按平面坐标加密计算的椭球面积' : '按经纬度坐标、不加密计算的椭球面积';
  return { cause: 'area.other-path', title, value, unit: 'm²', slack: ROUNDED_TWICE };
}

/** In the order in which they are preferred where two fit alike. */
export function areaHypotheses(layer: InspectedLayer): AreaHypothesis[] {
  const toLonLat = layer.crs!.kind === 'geographic' ? undefined : transformBetween(layer.plane, CGCS2000);
  return [
    {
      cause: 'area.plane',
      title: '平面面积',
      value: (f) => layer.planeArea(f),
      unit: 'm²',
      slack: ROUNDED_TWICE,
    },
    {
      cause: 'area.hectares',
      title: '以公顷为单位的面积',
      value: (f) => layer.ellipsoidArea(f) / 10_000,
      unit: 'ha',
      slack: ROUNDED,
    },
    {
      cause: 'area.mu',
      title: '以亩为单位的面积',
      value: (f) => layer.ellipsoidArea(f) / MU,
      unit: '亩',
      slack: ROUNDED,
    },
    otherPath(layer),
    {
      cause: 'area.geodesic',
      title: '大地线面积（GIS 软件的 geodesic 面积）',
      value: oncePerValue((f: number) =>
        toLonLat ? geodesicArea(layer.polygons, f, toLonLat) : geodesicArea(layer.delivered.polygons, f),
      ),
      unit: 'm²',
      slack: ROUNDED_TWICE,
    },
  ];
}
