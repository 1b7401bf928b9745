import { isConstruction } from '@tuheng/standard';
import type { Maintained } from '../maintenance/maintain.ts';
import type { Filed } from '../plan/filed.ts';
import { type County, type PlanState, setParcel } from '../plan/state.ts';
import { lineZone, useZone } from '../plan/zones.ts';
import { touching } from '../survey/parcels.ts';
import { codeOf } from '../survey/survey.ts';
import { DemonstrationError, type FaultId } from './fault.ts';

/** What a planted fault did. */
export interface Planted {
  readonly description: string;
  /** Faces whose membership in a line or zone is not what it would be without the fault. */
  readonly faces: readonly number[];
}

type Line = 'boundary' | 'redLine' | 'farmland' | 'cultivated';

/** The maintained plan while faults are put into it. */
export class Site {
  readonly county: County;
  readonly filed: Filed;
  readonly maintained: Maintained;
  readonly state: PlanState;
  /** All faults that are to be planted. */
  readonly wanted: readonly FaultId[];
  readonly #faceArea: Float64Array;

  constructor(county: County, filed: Filed, maintained: Maintained, wanted: readonly FaultId[]) {
    this.wanted = wanted;
    this.county = county;
    this.filed = filed;
    this.maintained = maintained;
    this.state = maintained.state;
    const { mesh } = county.ground;
    this.#faceArea = new Float64Array(mesh.faceCount);
    for (let f = 1; f < mesh.faceCount; f++) this.#faceArea[f] = mesh.area(f);
  }

  /** Whether a parcel neither was changed nor lies beside a change. */
  isFree(parcel: number): boolean {
    return !this.maintained.touched.has(parcel);
  }

  /** All parcels that are free and meet a condition, in order. */
  free(condition: (parcel: number) => boolean): number[] {
    const found: number[] = [];
    for (let p = 0; p < this.county.survey.parcels.count; p++)
      if (this.isFree(p) && condition(p)) found.push(p);
    return found;
  }

  /** Keeps later faults away from a parcel and what lies beside it. */
  occupy(parcel: number): void {
    this.maintained.touched.add(parcel);
    for (const q of touching(this.county.ground, this.county.survey.parcels, parcel))
      this.maintained.touched.add(q);
  }

  facesOf(parcels: readonly number[]): number[] {
    const { faceStart, faces } = this.county.survey.parcels;
    return parcels.flatMap((p) => [...faces.subarray(faceStart[p]!, faceStart[p + 1]!)]);
  }

  /** Puts parcels into a line (value > 0) or takes them out (0); their zones follow. */
  move(line: Line, parcels: readonly number[], value: number): void {
    for (const p of parcels) setParcel(this.county, this.state[line], p, value);
    this.follow(this.facesOf(parcels));
    for (const p of parcels) this.occupy(p);
  }

  /** Gives faces the zone their lines ask for. 农田保护区 may hold other land, so losing protection changes no zone. */
  follow(faces: readonly number[]): void {
    const { state, county } = this;
    for (const f of faces) {
      const line = lineZone(state, f);
      const had = state.zone[f]!;
      const stays = line === 0 && had !== 100 && (had < 400 || had >= 500);
      const zone = stays ? had : line || (had === 100 ? 200 : 520);
      if (zone === had) continue;
      state.zone[f] = zone;
      const detail = zone === 410 ? useZone(county, state, county.survey.parcels.ofFace[f]!) || 411 : zone;
      state.landZone[f] = detail;
      if (state.cityZone[f]! > 0) state.cityZone[f] = detail;
    }
  }

  /** Plane area of a line, m². */
  area(line: Line, state: PlanState = this.state): number {
    return this.sum((f) => state[line][f]! > 0);
  }

  /** Plane area of the faces that meet a condition, m². */
  sum(condition: (face: number) => boolean): number {
    let area = 0;
    for (let f = 1; f < this.#faceArea.length; f++) if (condition(f)) area += this.#faceArea[f]!;
    return area;
  }

  isBuilt(face: number): boolean {
    return isConstruction(codeOf(this.county.survey, this.county.survey.parcels.ofFace[face]!));
  }

  /** Total area of parcels, m². */
  areaOf(parcels: readonly number[]): number {
    return parcels.reduce((sum, p) => sum + this.county.survey.parcels.area[p]!, 0);
  }

  /** The county has no place for a fault. */
  noPlace(fault: FaultId, what: string): DemonstrationError {
    return new DemonstrationError(
      'demonstration.no-place',
      `演示县种不下错误 ${fault}：${what}。请换一个种子，或增加图斑数后再试。`,
    );
  }
}

export const inHectares = (area: number): string => `${(area / 1e4).toFixed(2)} 公顷`;
