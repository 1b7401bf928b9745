import { isConstruction, operationWords, type ProjectRow, projectColumns, roundArea } from '@tuheng/standard';
import { Cover } from '../ground/ground.ts';
import { touching } from '../survey/parcels.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import type { Attributes, FeatureInfo, Value } from './attributes.ts';
import type { CountyProject } from './county-project.ts';
import type { FarmlandReserves } from './farmland.ts';
import { atParcel, type County, type PlanState, setParcel } from './state.ts';

/** What is invented of a project; the figures come from its ground. */
export type ProjectIdea = Pick<ProjectRow, 'name' | 'level' | 'category' | 'nature' | 'years' | 'siting'>;

const separate = '单独选址';
const urban = '边界外独立城镇建设用地';
const idea = (name: string, level: string, category: string, siting: string, years: string): ProjectIdea => ({
  name: `演示${name}（虚构）`,
  level,
  category,
  nature: '新建',
  years,
  siting,
});

const filedIdeas: readonly ProjectIdea[] = [
  idea('110千伏变电站', '县级', '能源', separate, '2026—2028'),
  idea('公路养护站', '市级', '交通', separate, '2026—2027'),
  idea('灌区泵站', '县级', '水利', separate, '2026—2028'),
  idea('风电场升压站', '省级', '能源', separate, '2027—2029'),
  idea('砂石料中转场', '县级', '产业', separate, '2026—2027'),
  idea('粮食仓储库', '省级', '产业', urban, '2026—2029'),
  idea('生活垃圾处理厂', '市级', '环保', urban, '2029—2031'),
  idea('国道服务区', '国家级', '交通', separate, '2027—2030'),
  idea('天然气门站', '县级', '能源', separate, '2028—2030'),
  idea('殡仪馆', '县级', '民生', urban, '2029—2030'),
  idea('水文站', '省级', '水利', separate, '2030—2031'),
];
/** What the maintenance adds. */
export const addedIdeas: readonly ProjectIdea[] = [
  idea('光伏汇集站', '省级', '能源', separate, '2027—2028'),
  idea('应急物资库', '县级', '民生', urban, '2026—2028'),
];

/** The size nearest to which parcels are taken, m². */
const SIZE = 6e4;
/** Projects lie apart, metres, where the county has room. */
const APART = 2500;

/** Puts the projects on file into the list, and finds parcels for those that the maintenance adds. */
export function drawProjects(
  county: County,
  state: PlanState,
  farmland: FarmlandReserves,
  missingCultivated: readonly number[],
): number[] {
  const wanted = filedIdeas.length + addedIdeas.length;
  const places = chooseParcels(
    county,
    state,
    new Set([...farmland.isolated, ...farmland.spare, ...farmland.notches, ...missingCultivated]),
    wanted,
  );
  for (const [i, own] of filedIdeas.entries()) {
    if (places[i] !== undefined) addProject(county, state, places[i], own, { basis: basisOf(2023, i + 1) });
  }
  return places.slice(filedIdeas.length);
}

/** Puts a project at the end of a list, and its parcel into the layer. */
export function addProject(
  county: County,
  state: PlanState,
  parcel: number,
  own: ProjectIdea,
  more: Partial<ProjectRow>,
): CountyProject {
  const { survey } = county;
  const index = Math.max(0, ...state.projects.map((project) => project.index)) + 1;
  // Lists print hectares with two decimals.
  const area = Math.round(survey.parcels.area[parcel]! / 100) * 100;
  const project: CountyProject = {
    index,
    parcel,
    row: {
      sheet: '',
      row: 0,
      number: `ZDXM-${String(index).padStart(3, '0')}`,
      ...own,
      area,
      newArea: isConstruction(codeOf(survey, parcel)) ? 0 : area,
      cultivated: isCultivatedIndex(survey.code[parcel]!) ? area : 0,
      farmland: 0,
      redLine: 0,
      basis: null,
      operation: null,
      reason: null,
      order: state.projects.length + 1,
      remark: '演示数据（虚构）',
      ...more,
    },
  };
  state.projects = [...state.projects, project];
  setParcel(county, state.project, parcel, index);
  return project;
}

/** The approval that a project names. */
export function basisOf(year: number, serial: number): string {
  return `演示发改批〔${year}〕${serial}号（虚构）`;
}

/** Cultivated parcels beside a road or a track, outside all lines, the nearest to the wanted size first. */
function chooseParcels(
  county: County,
  state: PlanState,
  avoid: ReadonlySet<number>,
  wanted: number,
): number[] {
  const { ground, survey, plots } = county;
  const { parcels } = survey;
  const hosts = new Set(plots.map(({ face }) => parcels.ofFace[face]!));
  const isRoad = (p: number): boolean => {
    const cover = p < 0 ? Cover.outside : ground.cover[parcels.mainFace[p]!]!;
    return [Cover.road, Cover.highway, Cover.track, Cover.street].some((road) => road === cover);
  };
  const candidates: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const free = [state.boundary, state.redLine, state.farmland, state.flood, state.heritage].every(
      (column) => atParcel(county, column, p) === 0,
    );
    const open = atParcel(county, state.zone, p) === 520 && isCultivatedIndex(survey.code[p]!);
    if (!free || !open || ground.town[parcels.mainFace[p]!]! >= 0 || avoid.has(p) || hosts.has(p)) continue;
    if ([...touching(ground, parcels, p)].some(isRoad)) candidates.push(p);
  }
  const misfit = (p: number): number => Math.abs(Math.log(parcels.area[p]! / SIZE));
  candidates.sort((a, b) => misfit(a) - misfit(b) || a - b);
  const chosen: number[] = [];
  for (const apart of [APART, 0]) {
    for (const p of candidates) {
      if (chosen.length === wanted) return chosen;
      const near = (q: number): boolean =>
        Math.hypot(parcels.x[p]! - parcels.x[q]!, parcels.y[p]! - parcels.y[q]!) < apart;
      if (!chosen.includes(p) && !chosen.some(near)) chosen.push(p);
    }
  }
  return chosen;
}

/** The list as it is written, one row after the titles each. */
export function listOf({ projects }: PlanState): ProjectRow[] {
  return projects.map(({ row }, i) => ({ ...row, sheet: '重点建设项目清单', row: i + 2 }));
}

/** Attributes of ZDJSXM: those of the list, areas in hectares. */
export function projectAttributes({ project, projects }: PlanState): Attributes {
  const byIndex = new Map(projects.map((own) => [own.index, own.row]));
  const fields = projectColumns.map(({ key, field, kind }) => {
    const value = ({ face }: FeatureInfo): Value => {
      const row = byIndex.get(project[face]!)!;
      if (kind === 'operation') return row.operation && operationWords[row.operation];
      const own = row[key];
      return kind === 'area' && own !== null ? roundArea(Number(own) / 10_000) : own;
    };
    return [field, value] as const;
  });
  return { ...Object.fromEntries(fields), MJ: ({ area }) => area };
}
