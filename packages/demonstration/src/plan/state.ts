import type { Geography } from '../ground/geography.ts';
import type { Ground } from '../ground/ground.ts';
import type { Plot } from '../ground/plots.ts';
import type { Survey } from '../survey/survey.ts';
import type { CountyProject } from './county-project.ts';

/** The ground and what the survey says of it: the same for every version of the plan. */
export interface County {
  readonly seed: number;
  readonly geography: Geography;
  readonly ground: Ground;
  readonly plots: readonly Plot[];
  readonly survey: Survey;
  /** Development zone of a face, −1 for none. */
  readonly developmentZone: Int8Array;
}

const columns = [
  'boundary',
  'redLine',
  'farmland',
  'cultivated',
  'zone',
  'landZone',
  'cityZone',
  'cityUse',
  'countyUse',
  'overbuilt',
  'blue',
  'green',
  'yellow',
  'purple',
  'flood',
  'heritage',
  'project',
] as const;

/** One version of the plan: what each face is in each layer, 0 for not in it. */
export class PlanState {
  /** 城镇开发边界: the zone number (410, 420, 430). */
  boundary: Uint16Array;
  /** 生态保护红线: reserve + 1; an addition to a reserve: reserve + 1 + `ADDITION`. */
  redLine: Uint16Array;
  /** 永久基本农田. */
  farmland: Uint16Array;
  /** 耕地保护目标. */
  cultivated: Uint16Array;
  /** GHFQ, YDYHGHFQ, ZXCQGHFQ: zone numbers. */
  zone: Uint16Array;
  landZone: Uint16Array;
  cityZone: Uint16Array;
  /** ZXCQGHYDYH: index into `plannedUses`, plus one. */
  cityUse: Uint16Array;
  /** GHYDYH: index of `county-use.ts`, from 1. */
  countyUse: Uint16Array;
  /** ZXCQGHYDYH: 1 where the indicators of development intensity cannot be. */
  overbuilt: Uint16Array;
  /** 蓝线: 1. 绿线, 黄线, 紫线: as `city-lines.ts` numbers them. 历史文化保护线: number of the site. */
  blue: Uint16Array;
  green: Uint16Array;
  yellow: Uint16Array;
  purple: Uint16Array;
  flood: Uint16Array;
  heritage: Uint16Array;
  /** 重点建设项目: `index` of the project. */
  project: Uint16Array;
  /** 重点建设项目清单, in its order. */
  projects: readonly CountyProject[] = [];

  constructor(faces: number) {
    const empty = (): Uint16Array => new Uint16Array(faces);
    this.boundary = empty();
    this.redLine = empty();
    this.farmland = empty();
    this.cultivated = empty();
    this.zone = empty();
    this.landZone = empty();
    this.cityZone = empty();
    this.cityUse = empty();
    this.countyUse = empty();
    this.overbuilt = empty();
    this.blue = empty();
    this.green = empty();
    this.yellow = empty();
    this.purple = empty();
    this.flood = empty();
    this.heritage = empty();
    this.project = empty();
  }

  copy(): PlanState {
    const copy = new PlanState(this.boundary.length);
    for (const column of columns) copy[column].set(this[column]);
    copy.projects = this.projects;
    return copy;
  }
}

/** Added to a red line's number where it was extended with a document of its own. */
export const ADDITION = 100;

/** Sets a column for every face of a parcel. */
export function setParcel(county: County, column: Uint16Array, parcel: number, value: number): void {
  const { faceStart, faces } = county.survey.parcels;
  for (let k = faceStart[parcel]!; k < faceStart[parcel + 1]!; k++) column[faces[k]!] = value;
}

/** A column at a parcel's main face. */
export function atParcel(county: County, column: Uint16Array, parcel: number): number {
  return column[county.survey.parcels.mainFace[parcel]!]!;
}
