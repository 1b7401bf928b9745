import type { Polygons } from '@tuheng/geometry';
import type { Column, Crs, FieldType } from '@tuheng/standard';

/** The faults that have one safe repair. */
export type RepairKind =
  | 'closed-ring'
  | 'repeated-points'
  | 'even-odd'
  | 't-junction'
  | 'orientation'
  | 'name-by-code'
  | 'area'
  | 'bsm';

/** The feature a repair is about. */
export interface RepairedFeature {
  readonly database: string;
  readonly layer: string;
  readonly bsm: string | null;
  /** From 1, in the order of the file. */
  readonly row: number;
}

/** One edit of the repaired copy. */
export interface RepairEdit extends RepairedFeature {
  readonly kind: RepairKind;
  readonly attribute?: string;
  readonly before?: string | number | null;
  readonly after?: string | number | null;
  /** Ground that changed hands, plane m²; 0 where the covered ground is the same. */
  readonly areaMoved: number;
  /** What was done, in Chinese. */
  readonly message: string;
}

/** A repair that was not made, or taken back. */
export interface RefusedRepair extends RepairedFeature {
  readonly kind: RepairKind;
  /** Why, in Chinese. */
  readonly reason: string;
}

/** Every edit of a repaired copy, as `repair.json` holds it. Plain data; the same delivery gives the same bytes. */
export interface RepairLog {
  readonly schema: 'tuheng.repair/1';
  readonly delivery: { readonly name: string; readonly digest: string };
  readonly areaMoved: number;
  readonly counts: Readonly<Partial<Record<RepairKind, number>>>;
  /** Layers that are not in the copy, with the reason. */
  readonly leftOut: readonly { readonly database: string; readonly layer: string; readonly reason: string }[];
  readonly edits: readonly RepairEdit[];
  readonly refused: readonly RefusedRepair[];
}

/** A layer of the copy, as a writer takes it. */
export interface RepairedLayer {
  readonly name: string;
  readonly crs: Crs;
  readonly polygons: Polygons;
  readonly fields: readonly { readonly name: string; readonly type: FieldType; readonly length: number }[];
  readonly columns: ReadonlyMap<string, Column>;
}

export interface DeliveryRepair {
  readonly databases: readonly {
    readonly name: string;
    readonly format: string;
    readonly layers: readonly RepairedLayer[];
  }[];
  readonly log: RepairLog;
}
