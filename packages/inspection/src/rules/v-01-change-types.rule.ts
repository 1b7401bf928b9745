import { type Polygons, perimeter, planeAreaMeasure } from '@tuheng/geometry';
import { changeTypes } from '@tuheng/standard';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { type MaintenanceSet, maintenanceSets } from '../plan-databases.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { shown } from '../shown.ts';

const known = new Map<string, string>(changeTypes.map(({ code, name }) => [code, name]));
/** Types that fit the way a layer is maintained. */
const allowed = { transfer: ['1', '3'], reclassify: ['2'], none: ['1', '2', '3'] } as const;

/** What ground a piece of each type has to lie in. */
const ground: Readonly<Record<string, { readonly before: boolean; readonly after: boolean }>> = {
  '1': { before: false, after: true },
  '2': { before: true, after: true },
  '3': { before: true, after: false },
};

/**
 * V-01: WHLX is 1 (调入), 2 (属性变更) or 3 (调出), of a kind that fits the layer (footprints change by 1 and 3, classes by 2), and the
 * piece lies where its type says: 1 in WHH and not in WHQ, 3 in WHQ and not in WHH, 2 in both. Areas are plane, m², from the overlay; a
 * piece may be off by 0.01 m² and by the overlay's grid along its boundary. One finding a piece. Empty types are A-02's.
 */
export const changeTypesFit: InspectionRule = {
  id: 'V-01',
  category: 'maintenance',
  severity: 'error',
  title: '维护类型正确',
  description: '维护类型 WHLX 为 1、2、3，与图层的维护方式相符，图形的位置与类型相符。',
  basis: [{ document: '动态维护数据库', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有维护层 WHC。',
  subjects: (context) =>
    maintenanceSets(context).flatMap(({ database, change, before, after }) =>
      change
        ? [
            {
              name: change.code,
              database,
              layers: [change, before, after].filter((layer) => layer !== undefined),
            },
          ]
        : [],
    ),
  inspect({ database, layers: [change] }, context) {
    if (!change!.hasField('WHLX')) return { findings: [], notRun: '没有 WHLX 字段（见 A-01）。' };
    const set = maintenanceSets(context).find(
      (candidate) => candidate.database === database && candidate.change === change,
    )!;
    const { before, after } = set;
    const misplaced = before && after ? misplacedPieces(set, change!, before, after, context) : undefined;
    const findings: RuleFinding[] = [];
    const doubtful = context.doubtful(changeTypesFit, change!);
    for (let f = 0; f < change!.count; f++) {
      const type = filled(change!, 'WHLX', f);
      if (type === null) continue;
      const message = wrongType(change!, type) ?? (doubtful.has(f) ? undefined : misplaced?.(f, type));
      if (message === undefined) continue;
      findings.push({
        layer: change!,
        feature: f,
        attribute: 'WHLX',
        message,
        place: { kind: 'feature', polygons: change!.polygons, feature: f },
        suggestion: '核对维护类型，或按备案库与维护后的数据重新提取维护层。',
      });
    }
    return {
      findings,
      ...(!misplaced && { notRun: '维护前、维护后图层不全（见 C-05），没有核对图形的位置。' }),
    };
  },
};

function wrongType({ spec }: InspectedLayer, type: string): string | undefined {
  if (!known.has(type)) return `维护类型 WHLX ${shown(type)}不是 1、2、3。`;
  const types: readonly string[] = allowed[spec.mode];
  if (types.includes(type)) return undefined;
  return `维护类型是 ${type}（${known.get(type)}），${spec.code} 的维护类型应为 ${types.join('、')}。`;
}

/** Tells of a piece what is wrong with where it lies. */
function misplacedPieces(
  { spec }: MaintenanceSet,
  change: InspectedLayer,
  before: InspectedLayer,
  after: InspectedLayer,
  context: InspectionContext,
): (f: number, type: string) => string | undefined {
  const pieces = context.sound(change);
  const inBefore = coveredAreas(context, pieces, context.soundIn(before, change.plane));
  const inAfter = coveredAreas(context, pieces, context.soundIn(after, change.plane));
  return (f, type) => {
    const wanted = ground[type]!;
    const area = change.planeArea(f);
    const slack = context.tolerance.areaPerFeature + context.tolerance.grid * perimeter(change.polygons, f);
    const parts = [
      misfit(area, inBefore[f]!, wanted.before, slack, `维护前 WHQ${spec.code}`),
      misfit(area, inAfter[f]!, wanted.after, slack, `维护后 WHH${spec.code}`),
    ].filter((part) => part !== undefined);
    return parts.length > 0 ? `${known.get(type)}的图形${parts.join('，')}。` : undefined;
  };
}

function misfit(
  area: number,
  covered: number,
  shouldLie: boolean,
  slack: number,
  where: string,
): string | undefined {
  const off = shouldLie ? area - covered : covered;
  return off > slack ? `有 ${off.toFixed(2)} m² ${shouldLie ? '不在' : '在'}${where} 内` : undefined;
}

/** Plane area of each piece that lies in a layer, m². */
function coveredAreas(context: InspectionContext, pieces: Polygons, layer: Polygons): Float64Array {
  const covered = new Float64Array(pieces.featureStart.length - 1);
  const { left, values } = context.overlay.shares(pieces, layer, [planeAreaMeasure]);
  for (let k = 0; k < left.length; k++) covered[left[k]!]! += values[0]![k]!;
  return covered;
}
