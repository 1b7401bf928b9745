import { layerSpec, numberAt, type Plan } from '@tuheng/standard';
import { BOUNDARY_AREA, RED_LINE_AREA } from './ground/county-figures.ts';
import { COUNTY_CODE, COUNTY_NAME, RED_LINE_DOCUMENT } from './plan/attributes.ts';

export interface CountyTarget {
  readonly value: number;
  readonly unit: 'ha' | '倍';
  readonly source: string;
}

export type CountyTargetKey =
  | 'urbanBoundary'
  | 'ecologicalRedLine'
  | 'permanentBasicFarmland'
  | 'cultivatedLand'
  | 'expansionMultiple'
  | 'urbanConstructionLand2020';

/** The content of a targets file (schema tuheng.targets/1) for the invented county. */
export interface CountyTargets {
  readonly schema: 'tuheng.targets/1';
  readonly invented: true;
  readonly region: { readonly code: string; readonly name: string };
  readonly targets: Readonly<Record<CountyTargetKey, CountyTarget>>;
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
    },
    parameters: {
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
    },
    basis: options.redLineDocument ? [{ layer: 'STBHHX', document: RED_LINE_DOCUMENT, article: '全文' }] : [],
  };
}

function areaOf(plan: Plan, code: string): number {
  const layer = plan.layers.get(code)!;
  const field = layerSpec(code)!.areaFields[0]!;
  let sum = 0;
  for (let f = 0; f + 1 < layer.polygons.featureStart.length; f++) sum += numberAt(layer, field, f);
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
