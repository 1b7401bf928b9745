import type { ProjJson } from '../crs/identify.ts';

/** The part of `ogrinfo -json -so -al` we use. */
export interface DatasetDescription {
  readonly layers: readonly LayerDescription[];
}

export interface FieldDescription {
  readonly name: string;
  /** String, Integer, Integer64, Real, Date, DateTime, Binary, StringList … */
  readonly type: string;
  /** Characters; missing where the format or the field sets no limit. */
  readonly width?: number;
}

export interface LayerDescription {
  readonly name: string;
  readonly featureCount: number;
  readonly geometryFields: readonly {
    /** MultiPolygon, PolygonZ, CurvePolygonZM, Geometry … */
    readonly type: string;
    readonly coordinateSystem?: { readonly projjson?: ProjJson };
  }[];
  readonly fields: readonly FieldDescription[];
}

/** The part of `ogrinfo -json -features` we use. */
export interface TableDescription {
  readonly layers: readonly {
    readonly features: readonly {
      readonly fid: number;
      readonly properties: { readonly Name?: unknown };
    }[];
  }[];
}
