import type { Polygons } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';

/** What the report's map draws besides the evidence, in the working plane (Gauss–Krüger metres). */
export interface ReportMap {
  readonly crs: Crs;
  readonly layers: readonly MapLayer[];
  readonly changes: readonly MapChange[];
}

export interface MapLayer {
  readonly code: string;
  readonly title: string;
  readonly side: 'filed' | 'maintained' | 'base';
  readonly polygons: Polygons;
  /** Land-use class of 2023 by which each feature is coloured. */
  readonly classes?: readonly (string | null)[];
}

/** One piece of the change: a row of WHC. */
export interface MapChange {
  readonly layer: string;
  /** WHLX: 1 调入, 2 属性变更, 3 调出. */
  readonly type: '1' | '2' | '3';
  /** WHBH. */
  readonly number: string;
  readonly bsm: string;
  readonly from: string | null;
  readonly to: string | null;
  /** m², national ellipsoid. */
  readonly area: number;
  readonly planeArea: number;
  readonly polygons: Polygons;
  readonly feature: number;
}
