import { concatPolygons, meanWidth, type Polygons, perimeter, planeArea } from '@tuheng/geometry';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { maintenanceSets } from '../plan-databases.ts';
import type { InspectionRule, RuleFinding, RuleOutcome } from '../rule.ts';

/** The three layers of a set, in one plane. */
interface Three {
  readonly before: InspectedLayer;
  readonly change: InspectedLayer;
  readonly after: InspectedLayer;
}

/**
 * V-04: nothing appears or vanishes without a change that says so. Ground of WHH that is neither in WHQ nor in WHC, and ground of WHQ that
 * is neither in WHH nor in WHC, beyond noise (`sliverArea`, `sliverWidth`), is found piece by piece; for layers whose classes change it
 * follows that WHQ and WHH cover the same ground. Where no such piece explains it, area(WHH) = area(WHQ) − out + in (plane, m²) has to hold
 * within 0.01 m² a feature and the overlay's grid along the boundary of WHC. That a piece of WHC is single and overlaps no other is told by
 * G-03 and T-01; where a layer overlaps itself the sum is not formed.
 */
export const conservation: InspectionRule = {
  id: 'V-04',
  category: 'maintenance',
  severity: 'error',
  title: '维护前后守恒',
  description: '维护后面积 = 维护前面积 − 调出 + 调入；维护后多出或少去的土地都有维护层说明。',
  basis: [{ document: '维护层不变量', source: 'standards.md §2.2', confidence: 'derived' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有成套的维护图层。',
  subjects: (context) =>
    maintenanceSets(context).flatMap(({ database, spec, before, change, after }) =>
      before && change && after
        ? [{ name: `WHQ/WHC/WHH ${spec.code}`, database, layers: [before, change, after] }]
        : [],
    ),
  inspect({ layers: [before, change, after] }, context) {
    const three = { before: before!, change: change!, after: after! };
    const findings = unexplained(three, context);
    return findings.length > 0 ? { findings } : sum(three, context);
  },
};

function unexplained({ before, change, after }: Three, context: InspectionContext): RuleFinding[] {
  const { code } = change.spec;
  const pieces = context.soundIn(change, after.plane);
  const was = context.soundIn(before, after.plane);
  const is = context.sound(after);
  return [
    ...remainders(after, is, concatPolygons([was, pieces]), context).map((finding) => ({
      ...finding,
      message: `维护后多出 ${finding.area!.toFixed(2)} m²，既不在维护前 WHQ${code} 内，维护层 WHC${code} 里也没有。`,
      suggestion: '核对维护后的图形，或把这处变更补进维护层。',
    })),
    ...remainders(before, context.sound(before), concatPolygons([is, pieces]), context, after).map(
      (finding) => ({
        ...finding,
        message: `维护后少去 ${finding.area!.toFixed(2)} m²，既不在维护后 WHH${code} 内，维护层 WHC${code} 里也没有。`,
        suggestion: '核对维护后的图形，或把这处变更补进维护层。',
      }),
    ),
  ];
}

/** What of a layer lies outside `cover` (in the plane of `inPlaneOf`), beyond noise. */
function remainders(
  layer: InspectedLayer,
  polygons: Polygons,
  cover: Polygons,
  context: InspectionContext,
  inPlaneOf: InspectedLayer = layer,
): (RuleFinding & { readonly area: number })[] {
  const { sliverArea, sliverWidth } = context.tolerance;
  const source = inPlaneOf === layer ? polygons : context.soundIn(layer, inPlaneOf.plane);
  const rest = context.overlay.subtract(source, cover);
  const found: (RuleFinding & { readonly area: number })[] = [];
  for (let k = 0; k < rest.left.length; k++) {
    const area = planeArea(rest.polygons, k);
    if (area < sliverArea || meanWidth(rest.polygons, k) < sliverWidth) continue;
    found.push({
      layer,
      feature: rest.left[k]!,
      message: '',
      place: { kind: 'feature', polygons: rest.polygons, feature: k },
      area,
      suggestion: '',
    });
  }
  return found;
}

function sum(three: Three, context: InspectionContext): RuleOutcome {
  const { before, change, after } = three;
  const overlapping = [before, change, after].find((layer) => context.faulty('T-01', layer).size > 0);
  if (overlapping) {
    return { findings: [], notRun: `${overlapping.code} 有重叠（T-01），没有核对面积的和。` };
  }
  if (!change.hasField('WHLX'))
    return { findings: [], notRun: '没有 WHLX 字段（见 A-01），没有核对面积的和。' };
  const { areaPerFeature, grid } = context.tolerance;
  let slack = areaPerFeature * (before.count + change.count + after.count);
  let balance = context.areaOf(before.polygons) - context.areaOf(after.polygons);
  for (let f = 0; f < change.count; f++) {
    const type = filled(change, 'WHLX', f);
    if (type === '1') balance += change.planeArea(f);
    if (type === '3') balance -= change.planeArea(f);
    slack += grid * perimeter(change.polygons, f);
  }
  if (Math.abs(balance) <= slack) return { findings: [] };
  return {
    findings: [
      {
        layer: after,
        message: `维护后面积比“维护前 − 调出 + 调入”${balance < 0 ? '多' : '少'} ${Math.abs(balance).toFixed(2)} m²。`,
        measure: { value: -balance, unit: 'm²' },
        suggestion: '核对三个图层，或按备案库与维护后的数据重新提取。',
      },
    ],
  };
}
