import type { Filed } from '../plan/filed.ts';
import type { County, PlanState } from '../plan/state.ts';

/** A fault is named after the one rule it is meant to break. */
export const faultIds = [
  'udb.total',
  'udb.expansion-multiple',
  'udb.transfer-balance',
  'udb.fragments',
  'udb.holes',
  'udb.development-zone-inclusion',
  'udb.shape',
  'pbf.area',
  'pbf.quality',
  'pbf.contiguity',
  'pbf.fragments',
  'er.area',
  'er.change-has-basis',
  'cultivated.area',
  'lines.no-overlap',
  'zoning.follows-lines',
] as const;
export type FaultId = (typeof faultIds)[number];

/** A fault put into the maintained database on purpose. */
export interface PlantedFault {
  readonly id: FaultId;
  /** Every rule that this fault alone makes fail. */
  readonly rules: readonly string[];
  /** What was done, in Chinese. */
  readonly description: string;
  /** Where: [minLon, minLat, maxLon, maxLat], degrees, CGCS2000. */
  readonly box: readonly [number, number, number, number];
}

/** What planting may use. */
export interface Site {
  readonly county: County;
  readonly filed: Filed;
  /** The maintained plan; faults change it. */
  readonly state: PlanState;
  /** Whether a parcel and all beside it are untouched by the maintenance and by other faults. */
  isFree(parcel: number): boolean;
  /** Plane areas of the maintained plan, m². */
  area(column: 'boundary' | 'redLine' | 'farmland' | 'cultivated'): number;
}

/** What a planted fault did. */
export interface Planted {
  readonly description: string;
  /** Faces whose membership in a line or zone was changed. */
  readonly faces: readonly number[];
}

/** Plants one fault. Throws `DemonstrationError` where the county has no place for it. */
export type Plant = (site: Site) => Planted;

/** The county could not be generated as asked. */
export class DemonstrationError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'DemonstrationError';
    this.code = code;
  }
}
