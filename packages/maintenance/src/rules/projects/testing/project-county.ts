import { loadKernelOverlay } from '@tuheng/geometry';
import type { Layer, ProjectList, ProjectRow, TargetsFile } from '@tuheng/standard';
import type { Verdict } from '../../../review.ts';
import { reviewPlans } from '../../../review-plans.ts';
import { box, layerOf, planOf, type Ring, type Row } from '../../../testing/plans.ts';

/*
 * A county for lists of key projects, 10 × 10 km: a town of 1 km² in the south-west, a red line in the north whose western half is a core
 * protected area, protected farmland in the east, dry land everywhere else; all but the town in 一般农业区, the red line in 生态保护区.
 * Three projects of 1 ha stand south of the farmland, where nothing forbids them.
 */

export const places = {
  town: box(0, 0, 1000, 1000),
  core: box(0, 9000, 5000, 1000),
  redLine: box(5000, 9000, 5000, 1000),
  farmland: box(8000, 1000, 2000, 4000),
  first: box(2000, 100, 100, 100),
  second: box(3000, 100, 100, 100),
  third: box(4000, 100, 100, 100),
} as const;

/** A row as a lawful list has it: on 1 ha of dry land, without an operation. */
export function project(number: string, changes: Partial<ProjectRow> = {}): ProjectRow {
  return {
    sheet: '',
    row: Number(number) + 1,
    number,
    name: `项目${number}`,
    level: '县级',
    category: '能源',
    nature: '新建',
    years: '2026—2028',
    area: 10_000,
    newArea: 10_000,
    cultivated: 10_000,
    farmland: 0,
    redLine: 0,
    siting: '单独选址',
    basis: '测发改〔2025〕1号',
    operation: null,
    reason: null,
    order: Number(number),
    remark: null,
    ...changes,
  };
}

/** The ground of a project in the layer. */
export function ground(number: string, ring: Ring, attributes: Row['attributes'] = {}): Row {
  return { rings: [ring], attributes: { XMBH: number, XMMC: `项目${number}`, ...attributes } };
}

/** The list, as a table. */
function tableOf(name: string, rows: readonly ProjectRow[]): ProjectList {
  return { name, digest: `digest of ${name}`, format: 'XLSX', rows, notes: [] };
}

type Parameters = NonNullable<TargetsFile['parameters']>;

/** One version: the rows of its table and of its layer; null for none. */
export interface Version {
  readonly table: readonly ProjectRow[] | null;
  readonly layer: readonly Row[] | null;
}

export interface ProjectCounty {
  readonly filed?: Partial<Version>;
  readonly maintained?: Partial<Version>;
  /** Layers of B that are missing. */
  readonly without?: readonly string[];
  /** Where the county declares that its plan has no list. */
  readonly declaredAbsent?: string;
  /** Parameters that are set, by key; all of the chapter where not given. */
  readonly parameters?: Parameters;
}

const table = [project('1'), project('2'), project('3')];
const layer = [ground('1', places.first), ground('2', places.second), ground('3', places.third)];

const source = '测试县';
const allParameters: Parameters = {
  'projects.eligibility.restrictedZones': { value: '生态保护区、农田保护区', unit: '', source },
  'projects.table-and-geometry.tolerance': { value: 1, unit: '%', source },
  'projects.duplicates.overlapShare': { value: 50, unit: '%', source },
};

/** The verdict of a rule of the chapter. */
export async function judgedProjects(rule: string, county: ProjectCounty = {}): Promise<Verdict> {
  const filed = { table, layer, ...county.filed };
  const maintained = { table, layer, ...county.maintained };
  const { review } = await reviewPlans({
    filed: planOf('备案', ...layersOf(filed.layer)),
    maintained: planOf('维护后', ...layersOf(maintained.layer, county.without)),
    base: planOf('基础数据', layerOf('DLTB', survey)),
    targets: {
      file: {
        schema: 'tuheng.targets/1',
        parameters: county.parameters ?? allParameters,
        ...(county.declaredAbsent && { absentLayers: [{ layer: 'ZDJSXM', source: county.declaredAbsent }] }),
      },
      name: 'targets.json',
      digest: 'targets',
    },
    projects: {
      ...(filed.table && { filed: tableOf('备案清单.xlsx', filed.table) }),
      ...(maintained.table && { maintained: tableOf('清单.xlsx', maintained.table) }),
    },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261201',
  });
  return review.verdicts.find((verdict) => verdict.rule === rule)!;
}

const zone = (code: string, name: string, ...rings: Ring[]): Row => ({
  rings,
  attributes: { GHFQDM: code, GHFQMC: name },
});
const survey: Row[] = [
  { rings: [places.town], attributes: { DLBM: '0701' } },
  { rings: [box(0, 0, 10_000, 9000), places.town], attributes: { DLBM: '0103' } },
  { rings: [box(0, 9000, 10_000, 1000)], attributes: { DLBM: '1106' } },
];

function layersOf(projects: readonly Row[] | null, without: readonly string[] = []): Layer[] {
  const rows: Readonly<Record<string, readonly Row[] | null>> = {
    CZKFBJ: [zone('410', '城镇集中建设区', places.town)],
    STBHHX: [
      { rings: [places.core], attributes: { HXMC: '湿地', ZRBHDFQ: '核心保护区' } },
      { rings: [places.redLine], attributes: { HXMC: '湿地', ZRBHDFQ: '一般控制区' } },
    ],
    YJJBNTBHTB: [{ rings: [places.farmland], attributes: { DLBM: '0103' } }],
    GDBHMB: [{ rings: [places.farmland], attributes: { DLBM: '0103' } }],
    GHFQ: [
      zone('410', '城镇集中建设区', places.town),
      zone('520', '一般农业区', box(0, 0, 10_000, 9000), places.town),
      zone('100', '生态保护区', box(0, 9000, 10_000, 1000)),
    ],
    ZDJSXM: projects,
  };
  return Object.entries(rows).flatMap(([code, list]) =>
    list && !without.includes(code) ? [layerOf(code, list)] : [],
  );
}

/** Kind, label and plane area of the evidence. */
export const pieces = ({ evidence }: Verdict) =>
  evidence.map(({ side, label, planeArea }) => [side, label, Math.round(planeArea)]);
