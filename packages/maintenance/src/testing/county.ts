import type { Layer, Plan, TargetsFile } from '@tuheng/standard';
import { box, layerOf, planOf, type Ring, type Row } from './plans.ts';

/*
 * A county of 10 × 6 km, small enough to check by hand. A town of 1 km² with an annex (100 × 200 m) in the south-west and a
 * development zone in it, a red line in the north, farmland in six fields between; planning zones cover all of that. The lawful maintenance gives up the annex,
 * takes in 200 × 90 m of cultivated land on the town's north side, and protects one more field.
 */

export const places = {
  main: box(0, 0, 1000, 1000),
  annex: box(1000, 0, 100, 200),
  extension: box(0, 1000, 200, 90),
  newField: box(1900, 0, 100, 1000),
  redLine: box(0, 4000, 10_000, 1000),
  zone: box(500, 500, 300, 300),
};

export const town = (...rings: Ring[]): Row => ({
  rings,
  attributes: { GHFQDM: '410', GHFQMC: '城镇集中建设区' },
});
export const field = (ring: Ring, grade = 5, slope = '1'): Row => ({
  rings: [ring],
  attributes: { DLBM: '0103', DLMC: '旱地', GDDB: grade, GDPDJB: slope },
});
export const redLine = (ring: Ring, remark = ''): Row => ({
  rings: [ring],
  attributes: { HXMC: '湿地', BZ: remark },
});
export const planZone = (code: string, name: string, ...rings: Ring[]): Row => ({
  rings,
  attributes: { GHFQDM: code, GHFQMC: name },
});
export const plannedUse = (code: string, ...rings: Ring[]): Row => ({
  rings,
  attributes: { YDYHFLDM: code, CZCSX: '10' },
});
const parcel = (code: string, name: string, ring: Ring): Row => ({
  rings: [ring],
  attributes: { DLBM: code, DLMC: name },
});

const fields: readonly Row[] = [
  field(box(2000, 0, 1000, 1000)),
  field(box(3000, 0, 1000, 1000), 6),
  field(box(2000, 1000, 2000, 1000)),
  field(box(5000, 0, 2000, 2000)),
  field(box(8000, 0, 2000, 2000)),
  field(box(0, 2000, 4000, 1000)),
];

const protectedZones = fields.map(({ rings }) => planZone('300', '农田保护区', ...rings));
const conservation = planZone('100', '生态保护区', places.redLine);

/** A project that both versions list, on cultivated land outside the boundary. */
const keyProject: Row = {
  rings: [box(1700, 1700, 100, 100)],
  attributes: {
    XMBH: 'X-01',
    XMMC: '变电站',
    XMJB: '县级',
    JSXZ: '新建',
    JSNX: '2026—2028',
    YDGM: 1,
    XZYDGM: 1,
    ZGDMJ: 1,
    ZYNMJ: 0,
    ZHXMJ: 0,
    XZFS: '单独选址',
    YJ: '测发改〔2025〕1号',
  },
};

/** GHFQ on file. */
export const filedZones = (): Row[] => [
  planZone('410', '城镇集中建设区', places.main),
  planZone('410', '城镇集中建设区', places.annex),
  planZone('520', '一般农业区', box(0, 1000, 2000, 1000)),
  planZone('520', '一般农业区', places.newField),
  conservation,
  ...protectedZones,
];

/** GHYDYH on file. */
export const filedUses = (): Row[] => [
  plannedUse('0701', places.main),
  plannedUse('0701', places.annex),
  plannedUse('0103', places.extension),
];

/** Rows of B, by layer: what a test changes. */
export interface MaintainedRows {
  CZKFBJ: Row[];
  STBHHX: Row[];
  YJJBNTBHTB: Row[];
  GDBHMB: Row[];
  GHFQ: Row[];
  GHYDYH: Row[];
  ZDJSXM: Row[];
}

export interface CountyPlans {
  readonly filed: Plan;
  readonly maintained: Plan;
  readonly base: Plan;
  readonly targets: TargetsFile;
}

/** The county with a lawful B, as `edit` changes its rows. */
export function countyPlans(edit: (rows: MaintainedRows) => void = () => undefined): CountyPlans {
  const filed: MaintainedRows = {
    CZKFBJ: [town(places.main), town(places.annex)],
    STBHHX: [redLine(places.redLine)],
    YJJBNTBHTB: [...fields],
    GDBHMB: [...fields],
    GHFQ: filedZones(),
    GHYDYH: filedUses(),
    ZDJSXM: [keyProject],
  };
  const maintained: MaintainedRows = {
    CZKFBJ: [town(places.main), town(places.extension)],
    STBHHX: [redLine(places.redLine)],
    YJJBNTBHTB: [...fields, field(places.newField)],
    GDBHMB: [...fields, field(places.newField)],
    GHFQ: [
      planZone('410', '城镇集中建设区', places.main),
      planZone('520', '一般农业区', places.annex),
      planZone('410', '城镇集中建设区', places.extension),
      planZone('520', '一般农业区', box(200, 1000, 1800, 90)),
      planZone('520', '一般农业区', box(0, 1090, 2000, 910)),
      planZone('300', '农田保护区', places.newField),
      conservation,
      ...protectedZones,
    ],
    GHYDYH: [
      plannedUse('0701', places.main),
      plannedUse('0103', places.annex),
      plannedUse('0701', places.extension),
    ],
    ZDJSXM: [keyProject],
  };
  const county = filed.GHFQ.map(({ rings }) => ({ rings }));
  edit(maintained);
  const layers = (rows: MaintainedRows): Layer[] =>
    Object.entries(rows).map(([code, list]: [string, Row[]]) => layerOf(code, list));
  return {
    filed: planOf('备案', ...layers(filed)),
    maintained: planOf('维护后', ...layers(maintained)),
    base: planOf(
      '基础数据',
      layerOf('DLTB', [
        parcel('0701', '城镇住宅用地', places.main),
        parcel('0103', '旱地', places.annex),
        parcel('0103', '旱地', box(0, 1000, 2000, 1000)),
        parcel('0103', '旱地', places.newField),
        ...fields.map(({ rings }) => parcel('0103', '旱地', rings[0]!)),
        parcel('1106', '内陆滩涂', places.redLine),
      ]),
      layerOf('KFQ', [{ rings: [places.zone] }]),
      layerOf('XZQ', county),
    ),
    targets: targets(),
  };
}

/** Every unverified parameter set with a source, so that a lawful B can pass. */
function targets(): TargetsFile {
  const source = '测试县';
  return {
    schema: 'tuheng.targets/1',
    targets: { urbanConstructionLand2020: { value: 80, unit: 'ha', source } },
    parameters: {
      'udb.expansion-multiple.countedScope': { value: '不含特别用途区', unit: '', source },
      'udb.fragments.minimumArea': { value: 400, unit: 'm²', source },
      'udb.holes.definition': { value: '空洞', unit: '', source },
      'udb.development-zone-inclusion.definition': { value: '面积比例', unit: '', source },
      'udb.shape.measure': { value: '均不增加', unit: '', source },
      'pbf.quality.gradeDirection': { value: '越小越好', unit: '', source },
      'pbf.quality.resolution': { value: 0.01, unit: '级', source },
      'pbf.contiguity.gap': { value: 20, unit: 'm', source },
      'pbf.fragments.minimumArea': { value: 400, unit: 'm²', source },
      'zoning.follows-lines.farmlandShare': { value: 90, unit: '%', source },
      'zoning.dominant-function.leastKept': { value: 95, unit: '%', source },
      'zoning.transitions.transitions': { value: '限制转换表', unit: '', source },
      'indicator.construction-land.edition': { value: 2023, unit: '', source },
      'projects.eligibility.restrictedZones': { value: '生态保护区、农田保护区', unit: '', source },
      'projects.table-and-geometry.tolerance': { value: 1, unit: '%', source },
      'projects.duplicates.overlapShare': { value: 50, unit: '%', source },
      'nature.maintenance-or-revision.positioning': { value: '不调整', unit: '', source },
    },
  };
}
