export { allCrs, CGCS2000, type Crs, crsOf, zoneOf } from './crs.ts';
export {
  type Column,
  type Layer,
  type Note,
  type NumberColumn,
  numberAt,
  type Plan,
  type TextColumn,
  textAt,
} from './layer.ts';
export { type Confidence, isVerified, type Provenance } from './provenance.ts';
