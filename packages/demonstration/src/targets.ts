import { isConstructionGroup, landUseGroup, layerSpec, numberAt, type Plan, textAt } from '@tuheng/standard';
import { BOUNDARY_AREA, RED_LINE_AREA } from './ground/county-figures.ts';
import { COUNTY_CODE, COUNTY_NAME, RED_LINE_DOCUMENT, ZONING_DOCUMENT } from './plan/attributes.ts';
import { listedFacilities } from './plan/city-lines.ts';
import { serviceDistances } from './plan/service.ts';
import { historicBuildings } from './plan/sites.ts';

export interface CountyTarget {
  readonly value: number;
  readonly unit: 'ha' | '倍' | '万人';
  readonly source: string;
}

export type CountyTargetKey =
  | 'urbanBoundary'
  | 'ecologicalRedLine'
  | 'permanentBasicFarmland'
  | 'cultivatedLand'
  | 'expansionMultiple'
  | 'urbanConstructionLand2020'
  | 'constructionLand'
  | 'centralCityPopulation';

/** The content of a targets file (schema tuheng.targets/1) for the invented county. */
export interface CountyTargets {
  readonly schema: 'tuheng.targets/1';
  readonly invented: true;
  readonly region: { readonly code: string; readonly name: string };
  readonly targets: Readonly<Record<CountyTargetKey, CountyTarget>>;
  readonly lists: Readonly<
    Record<
      'historicBuildings' | 'pointFacilities',
      {
        readonly source: string;
        readonly items: readonly { readonly name: string; readonly kind?: string }[];
      }
    >
  >;
  readonly parameters: Readonly<
    Record<string, { readonly value: number | string; readonly unit: string; readonly source: string }>
  >;
  readonly basis: readonly { readonly layer: string; readonly document: string; readonly article?: string }[];
}

const PARAMETERS = '演示县虚构参数，仅供演示';
/** The filed boundary is this multiple of the urban land of 2020, below the province's 1.3. */
const FILED_MULTIPLE = 1.285;
/** How far the farmland targets lie below what is on file, ha. */
export const FARMLAND_ROOM = 30;

const hectares = (squareMetres: number): number => Math.round(squareMetres / 100) / 100;

/** Targets and parameters under which the lawful maintenance passes every rule. */
export function targetsOf(filed: Plan, options: { redLineDocument: boolean }): CountyTargets {
  const invented = (value: number, what: string): CountyTarget => ({
    value,
    unit: 'ha',
    source: `演示县总体规划（虚构）${what}`,
  });
  const below = (code: string): number => Math.floor(areaOf(filed, code) / 1e4) - FARMLAND_ROOM;
  const setting = (value: number | string, unit = '') => ({ value, unit, source: PARAMETERS });
  return {
    schema: 'tuheng.targets/1',
    invented: true,
    region: { code: COUNTY_CODE, name: COUNTY_NAME },
    targets: {
      urbanBoundary: invented(hectares(BOUNDARY_AREA), '城镇开发边界规模'),
      ecologicalRedLine: invented(hectares(RED_LINE_AREA), '生态保护红线面积'),
      permanentBasicFarmland: invented(below('YJJBNTBHTB'), '永久基本农田保护任务'),
      cultivatedLand: invented(below('GDBHMB'), '耕地保有量'),
      expansionMultiple: { value: 1.3, unit: '倍', source: '演示县总体规划（虚构）城镇开发边界扩展倍数' },
      urbanConstructionLand2020: invented(
        hectares(countedBoundary(filed) / FILED_MULTIPLE),
        '2020 年城镇建设用地规模',
      ),
      centralCityPopulation: { value: 30, unit: '万人', source: '演示县总体规划（虚构）中心城区规划人口' },
      constructionLand: invented(Math.ceil(constructionLand(filed) / 1e4), '建设用地总规模'),
    },
    lists: {
      historicBuildings: {
        source: '方案三（四）4 历史建筑保护名录（名称取自方案，位置虚构）',
        items: historicBuildings.map((name) => ({ name })),
      },
      pointFacilities: { source: '演示县点状设施项目清单（虚构）', items: listedFacilities },
    },
    parameters: {
      ...cityLineParameters(setting),
      'udb.expansion-multiple.countedScope': setting('不含特别用途区'),
      'udb.fragments.minimumArea': setting(400, 'm²'),
      'udb.holes.definition': setting('城镇开发边界内的空洞'),
      'udb.development-zone-inclusion.definition': setting('开发区范围面积落入边界的比例'),
      'udb.shape.measure': setting('图斑数、周长、形状指数均不增加'),
      'pbf.quality.gradeDirection': setting('等别数值越小质量越高'),
      'pbf.quality.resolution': setting(0.01, '级'),
      'pbf.contiguity.gap': setting(20, 'm'),
      'pbf.fragments.minimumArea': setting(400, 'm²'),
      'zoning.follows-lines.farmlandShare': setting(90, '%'),
      'zoning.dominant-function.leastKept': setting(95, '%'),
      'zoning.transitions.transitions': setting('按本规则所列'),
      'city-land.per-capita.limit': setting('备案值', 'm²/人'),
      'city-land.total-scale.tolerance': setting(2, '%'),
      'city-land.mandatory-content.layers': setting(
        'ZXCQCSLVX、ZXCQCSLX、ZXCQCSHX、ZXCQCSZX、LSWHBHX、HLFXKZX、STBHHX、YJJBNTBHTB',
      ),
      'city-land.residential-beside-industry.distance': setting(100, 'm'),
      'city-land.intensity.fields': setting('容积率=RJL；建筑密度=JZMD；绿地率=LDL；建筑限高=XG'),
      'indicator.construction-land.edition': setting(2023),
      'projects.eligibility.restrictedZones': setting('生态保护区、生态控制区、农田保护区'),
      'projects.table-and-geometry.tolerance': setting(1, '%'),
      'projects.duplicates.overlapShare': setting(50, '%'),
      'nature.maintenance-or-revision.positioning': setting('不调整'),
    },
    basis: [
      ...(options.redLineDocument ? [{ layer: 'STBHHX', document: RED_LINE_DOCUMENT, article: '全文' }] : []),
      { layer: 'GHFQ', document: ZONING_DOCUMENT, article: '规划分区优化' },
    ],
  };
}

type Setting = (value: number | string, unit?: string) => CountyTargets['parameters'][string];

/** A county of few parcels changes its lines by large steps, so its layout has wide limits. */
function cityLineParameters(setting: Setting): CountyTargets['parameters'] {
  const layout = (line: string): CountyTargets['parameters'] => ({
    [`${line}.layout.leastRetained`]: setting(60, '%'),
    [`${line}.layout.mostPatchChange`]: setting(60, '%'),
    [`${line}.layout.mostMeanChange`]: setting(60, '%'),
  });
  return {
    ...layout('green'),
    ...layout('blue'),
    ...layout('yellow'),
    'green.function.classes': setting('1401、1402、1403'),
    'blue.function.classes': setting('17'),
    'yellow.function.classes': setting(
      '1206、1208、1301、1302、1303、1304、1305、1306、1307、1308、1309、1310、1311、1312',
    ),
    'purple.function.classes': setting('1504、0803'),
    'blue.connectivity.gap': setting(10, 'm'),
    'green.service-range.distance': setting(serviceDistances.green, 'm'),
    'yellow.service-range.distance': setting(serviceDistances.yellow, 'm'),
    'purple.service-range.distance': setting(serviceDistances.purple, 'm'),
    'purple.historic-buildings.nameField': setting('BZ'),
    'yellow.point-facilities.nameField': setting('BZ'),
  };
}

function areaOf(plan: Plan, code: string): number {
  const layer = plan.layers.get(code)!;
  const field = layerSpec(code)!.areaFields[0]!;
  let sum = 0;
  for (let f = 0; f + 1 < layer.polygons.featureStart.length; f++) sum += numberAt(layer, field, f);
  return sum;
}

/** Construction land of GHYDYH, m²: the groups of 空间功能结构调整表. */
function constructionLand(plan: Plan): number {
  const layer = plan.layers.get('GHYDYH')!;
  let sum = 0;
  for (let f = 0; f + 1 < layer.polygons.featureStart.length; f++) {
    const group = landUseGroup(textAt(layer, 'YDYHFLDM', f)!, 2023)?.group;
    if (group && isConstructionGroup(group)) sum += numberAt(layer, 'TBMJ', f);
  }
  return sum;
}

/** The boundary without 特别用途区, m². */
function countedBoundary(plan: Plan): number {
  const layer = plan.layers.get('CZKFBJ')!;
  let sum = 0;
  for (let f = 0; f + 1 < layer.polygons.featureStart.length; f++) {
    if (numberAt(layer, 'GHFQDM', f) !== 430) sum += numberAt(layer, 'MJ', f);
  }
  return sum;
}
