import type { Provenance } from './provenance.ts';

/**
 * The coordinate systems of plan databases: CGCS2000 geographic, and Gauss–Krüger 3° zones with or without the zone
 * number in front of the easting.
 */
export interface Crs extends Provenance {
  readonly epsg: number;
  readonly name: string;
  readonly kind: 'geographic' | 'gauss-kruger';
  /** Degrees; 0 for the geographic one. */
  readonly centralMeridian: number;
  /** 3° zone number (central meridian / 3); 0 for the geographic one. */
  readonly zone: number;
  /** False easting in metres: zone·1e6 + 500000 with the prefix, 500000 without; 0 for the geographic one. */
  readonly falseEasting: number;
}

const source = 'standards.md §2.7';

export const CGCS2000: Crs = {
  epsg: 4490,
  name: 'CGCS2000',
  kind: 'geographic',
  centralMeridian: 0,
  zone: 0,
  falseEasting: 0,
  source,
  confidence: 'found',
};

function gaussKruger(epsg: number, zone: number, prefixed: boolean): Crs {
  return {
    epsg,
    name: prefixed
      ? `CGCS2000 / 3-degree Gauss-Kruger zone ${zone}`
      : `CGCS2000 / 3-degree Gauss-Kruger CM ${zone * 3}E`,
    kind: 'gauss-kruger',
    centralMeridian: zone * 3,
    zone,
    falseEasting: prefixed ? zone * 1e6 + 500000 : 500000,
    source,
    confidence: 'memory-high',
  };
}

const table = new Map<number, Crs>([[4490, CGCS2000]]);
for (let zone = 25; zone <= 45; zone++) {
  table.set(4488 + zone, gaussKruger(4488 + zone, zone, true));
  table.set(4509 + zone, gaussKruger(4509 + zone, zone, false));
}

/** The CRS of an EPSG code (4490, 4513–4533 with zone prefix, 4534–4554 without), or undefined. */
export function crsOf(epsg: number): Crs | undefined {
  return table.get(epsg);
}

/** All known coordinate systems, by EPSG code. */
export function allCrs(): readonly Crs[] {
  return [...table.values()];
}

/** The 3° zone of a longitude in degrees: zone n covers 3n − 1.5 … 3n + 1.5. */
export function zoneOf(longitude: number): number {
  return Math.floor((longitude + 1.5) / 3);
}
