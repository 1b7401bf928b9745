import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type OutputLayer, writeDataset, writeWorkbook } from '@tuheng/dataset';
import { type FaultyDelivery, type PlantedDataFault, plantDataFaults } from '@tuheng/demonstration';
import type { LayerChangeSet } from '@tuheng/maintenance';
import { type Layer, layerSpec, numberAt, type Plan, textAt } from '@tuheng/standard';
import { toGeographic } from '../write-results.ts';
import { smallJpeg, smallPdf } from './documents.ts';
import { storeFaults } from './store-faults.ts';

const COUNTY = '230898演示县';

/** Paths of a package, as the requirements name them (standards.md §2.7). */
const paths = {
  text: `1规划文本/${COUNTY}规划文本.pdf`,
  map: `2栅格图件/${COUNTY}01国土空间规划图.jpg`,
  tables: `3规划表格/${COUNTY}国土空间规划表格.xlsx`,
  plan: `4矢量数据/${COUNTY}县级国土空间总体规划矢量数据`,
  maintenance: `4矢量数据/${COUNTY}2026年度县级国土空间总体规划动态维护.gdb`,
  report: `5数据说明文档/${COUNTY}数据库建设报告.pdf`,
} as const;

export interface PackageInput {
  /** The maintained plan. */
  readonly plan: Plan;
  readonly changeSet: readonly LayerChangeSet[];
  /** A layer that covers the county. */
  readonly county: Layer;
}

/**
 * Writes the demonstration county's maintenance as a package: documents, tables, the plan database and the maintenance database. With
 * `faults` one fault of the data for every rule is in it, and the plan is a GeoPackage, since a FileGDB cannot hold them all.
 *
 * @returns the planted faults, in the order of the rule book
 */
export async function writePackage(
  folder: string,
  input: PackageInput,
  faults: boolean,
): Promise<readonly PlantedDataFault[]> {
  const maintenance = input.changeSet.flatMap(({ before, change, after }) => [before, change, after]);
  const delivery: FaultyDelivery = faults
    ? plantDataFaults(input.plan, maintenance, input.county)
    : { plan: [...input.plan.layers.values()].map(withFields), maintenance, faults: [], stored: [] };
  const put = async (path: string, content: Buffer): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await put(paths.text, smallPdf('Tuheng demonstration (invented)'));
  await put(paths.map, smallJpeg);
  if (faults) await put('2栅格图件/总图.jpg', smallJpeg);
  else await put(paths.report, smallPdf('Tuheng demonstration (invented)'));
  await mkdir(dirname(join(folder, paths.tables)), { recursive: true });
  await writeWorkbook(join(folder, paths.tables), [areaTable(input.plan, faults)]);
  await mkdir(dirname(join(folder, paths.plan)), { recursive: true });
  const plan = join(folder, `${paths.plan}${faults ? '.gpkg' : '.gdb'}`);
  await writeDataset(plan, faults ? 'GeoPackage' : 'FileGDB', [
    ...delivery.plan.map(outputLayer),
    ...(faults ? strangers(delivery.plan) : []),
  ]);
  if (faults) storeFaults(plan, delivery.stored);
  await writeDataset(join(folder, paths.maintenance), 'FileGDB', delivery.maintenance.map(toGeographic));
  return faults ? [...packageFaults, ...delivery.faults] : [];
}

/** What is wrong with files, layers and tables, rather than with features. */
const packageFaults: readonly PlantedDataFault[] = [
  { rule: 'C-01', description: '没有数据说明文档', object: '数据说明文档' },
  { rule: 'C-02', description: '图件名称不合规定', object: '2栅格图件/总图.jpg' },
  {
    rule: 'C-02',
    description: '矢量数据库是 GeoPackage，应为 FileGDB',
    object: `${paths.plan}.gpkg`,
  },
  { rule: 'C-03', description: '多出标准中没有的图层', object: '临时图层' },
  { rule: 'C-04', description: '乡级主体功能定位图层是空的', object: 'XZZTGNDW' },
  { rule: 'K-03', description: '耕地合计比分项之和多 1.00 公顷', object: `${paths.tables} 耕地保护目标` },
];

/** A layer nobody asked for, and one without features. */
function strangers(plan: FaultyDelivery['plan']): OutputLayer[] {
  const [first] = plan;
  const spec = layerSpec('XZZTGNDW')!;
  const none = {
    xy: new Float64Array(),
    ringStart: Uint32Array.of(0),
    polygonStart: Uint32Array.of(0),
    featureStart: Uint32Array.of(0),
  };
  return [
    { ...outputLayer(first!), name: '临时图层' },
    { name: 'XZZTGNDW', crs: first!.crs, polygons: none, fields: spec.fields, columns: new Map() },
  ];
}

function withFields(layer: Layer): FaultyDelivery['plan'][number] {
  return { ...layer, fields: layerSpec(layer.code)!.fields.filter(({ name }) => layer.columns.has(name)) };
}

function outputLayer(layer: FaultyDelivery['plan'][number]): OutputLayer {
  const { code, crs, polygons, fields, columns } = layer;
  return { name: code, crs, polygons, fields, columns };
}

/** 耕地 by class, hectares with two decimals; the sum is 1.00 ha too large with `wrong`, as in a county's real scheme (standards.md §0.3). */
function areaTable(plan: Plan, wrong: boolean): Parameters<typeof writeWorkbook>[1][number] {
  const land = plan.layers.get('GDBHMB')!;
  const classes = ['水田', '水浇地', '旱地'];
  const areas = classes.map((name) => {
    let area = 0;
    for (let f = 0; f < land.polygons.featureStart.length - 1; f++) {
      if (textAt(land, 'DLMC', f) === name) area += numberAt(land, 'TBMJ', f);
    }
    return Math.round(area / 100) / 100;
  });
  const sum = areas.reduce((total, area) => total + area, 0) + (wrong ? 1 : 0);
  return {
    name: '耕地保护目标',
    columns: [
      { title: '地类', width: 16, kind: 'text' },
      { title: '面积（公顷）', width: 18, kind: 'number' },
    ],
    rows: [...classes.map((name, i) => [name, areas[i]!]), ['合计', Math.round(sum * 100) / 100]],
  };
}
