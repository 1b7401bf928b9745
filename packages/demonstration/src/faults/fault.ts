/** A fault is named after the one rule it is meant to break, or to leave to people where the rule only points something out. */
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
  'zoning.coverage',
  'zoning.dominant-function',
  'zoning.transitions',
  'zoning.mineral-energy',
  'indicator.construction-land',
  'nature.maintenance-or-revision',
  'city-land.per-capita',
  'city-land.total-scale',
  'city-land.reserved-conversion',
  'city-land.public-service',
  'city-land.green-space',
  'city-land.roads',
  'city-land.utilities',
  'city-land.mandatory-content',
  'city-land.within-central-city',
  'city-land.intensity',
  'projects.operations',
  'projects.eligibility',
  'projects.basis',
  'projects.siting',
  'projects.table-and-geometry',
  'projects.duplicates',
  'projects.withdrawn-gone',
  'green.area',
  'green.layout',
  'green.function',
  'green.service-range',
  'blue.area',
  'blue.layout',
  'blue.function',
  'blue.connectivity',
  'yellow.area',
  'yellow.layout',
  'yellow.function',
  'yellow.service-range',
  'yellow.facilities',
  'yellow.point-facilities',
  'purple.area',
  'purple.extent',
  'purple.function',
  'purple.service-range',
  'purple.historic-buildings',
  'city-land.residential-beside-industry',
] as const;
export type FaultId = (typeof faultIds)[number];

/** A fault put into the maintained database on purpose. */
export interface PlantedFault {
  readonly id: FaultId;
  /** Every rule that this fault alone makes fail. */
  readonly rules: readonly string[];
  /** Rules that it leaves undetermined: what is for people to judge. */
  readonly hints: readonly string[];
  /** What was done, in Chinese. */
  readonly description: string;
  /** Where: [minLon, minLat, maxLon, maxLat], degrees, CGCS2000. */
  readonly box: readonly [number, number, number, number];
}

/** The county could not be generated as asked. */
export class DemonstrationError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'DemonstrationError';
    this.code = code;
  }
}
