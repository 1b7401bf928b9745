import { featureCount, meanWidth, type Polygons, planeArea, selectFeatures } from '@tuheng/geometry';
import { type ZoneFamily, zoneFamily } from '@tuheng/standard';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding, Subject } from '../rule.ts';

const pairs: readonly { readonly line: string; readonly family: ZoneFamily; readonly zone: string }[] = [
  { line: 'STBHHX', family: 'ecological-protection', zone: '生态保护区' },
  { line: 'CZKFBJ', family: 'urban', zone: '城镇发展区' },
];

/**
 * T-05: 规划分区 follows the lines. 生态保护区 is where the red line is, 城镇发展区 where the boundary is: what one has and the other has not,
 * each piece beyond noise (`sliverArea`, `sliverWidth`), is found. Of the permanent basic farmland at least `farmlandShare` lies in
 * 农田保护区.
 */
export const zonesFollowLines: InspectionRule = {
  id: 'T-05',
  category: 'topology',
  severity: 'warning',
  title: '规划分区与控制线一致',
  description:
    '生态保护区与生态保护红线、城镇发展区与城镇开发边界范围一致；永久基本农田大部分在农田保护区内。',
  basis: [
    {
      document: '《市级国土空间总体规划编制指南（试行）》规划分区',
      source: 'standards.md §2.6, §3.4 T-05',
      confidence: 'memory-medium',
    },
  ],
  parameters: [
    {
      name: 'farmlandShare',
      title: '永久基本农田位于农田保护区的最小比例',
      value: 0.5,
      unit: '',
      source: '未核实：“大部分”按一半以上理解（standards.md §2.6）',
      confidence: 'suggestion',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有规划分区 GHFQ，或没有可对照的控制线。',
  subjects: (context) =>
    context.delivery.databases.flatMap((database) => {
      const layer = (code: string) =>
        context.layersOf('plan').find((found) => found.database === database && found.code === code);
      const zones = layer('GHFQ');
      if (!zones) return [];
      return ['STBHHX', 'CZKFBJ', 'YJJBNTBHTB'].flatMap((code): Subject[] => {
        const line = layer(code);
        return line ? [{ name: `GHFQ–${code}`, database, layers: [zones, line] }] : [];
      });
    }),
  inspect({ layers: [zones, line] }, context) {
    const pair = pairs.find((candidate) => candidate.line === line!.code);
    return { findings: pair ? differences(context, zones!, line!, pair) : farmland(context, zones!, line!) };
  },
};

function zonesOf(zones: InspectedLayer, family: ZoneFamily): number[] {
  const rows: number[] = [];
  for (let f = 0; f < zones.count; f++) {
    if (zoneFamily(zones.text('GHFQDM', f), zones.text('GHFQMC', f)) === family) rows.push(f);
  }
  return rows;
}

function differences(
  context: InspectionContext,
  zones: InspectedLayer,
  line: InspectedLayer,
  { family, zone }: (typeof pairs)[number],
): RuleFinding[] {
  const rows = zonesOf(zones, family);
  const zoned = selectFeatures(context.sound(zones), rows);
  const lines = context.soundIn(line, zones.plane);
  const without = context.overlay.subtract(zoned, lines);
  const outside = context.overlay.subtract(lines, zoned);
  return [
    ...pieces(context, without.polygons).map((k) => ({
      layer: zones,
      feature: rows[without.left[k]!]!,
      message: `${zone}有 ${planeArea(without.polygons, k).toFixed(2)} m² 不在${line.spec.title}内。`,
      place: { kind: 'feature' as const, polygons: without.polygons, feature: k },
      area: planeArea(without.polygons, k),
      suggestion: `核对规划分区或${line.spec.title}，使两者一致。`,
    })),
    ...pieces(context, outside.polygons).map((k) => ({
      layer: line,
      feature: outside.left[k]!,
      message: `${line.spec.title}有 ${planeArea(outside.polygons, k).toFixed(2)} m² 不在${zone}内。`,
      place: { kind: 'feature' as const, polygons: outside.polygons, feature: k },
      area: planeArea(outside.polygons, k),
      suggestion: `核对规划分区或${line.spec.title}，使两者一致。`,
    })),
  ];
}

/** Pieces that are no noise. */
function pieces({ tolerance }: InspectionContext, polygons: Polygons): number[] {
  const real: number[] = [];
  for (let k = 0; k < featureCount(polygons); k++) {
    if (planeArea(polygons, k) >= tolerance.sliverArea && meanWidth(polygons, k) >= tolerance.sliverWidth)
      real.push(k);
  }
  return real;
}

function farmland(context: InspectionContext, zones: InspectedLayer, line: InspectedLayer): RuleFinding[] {
  const zoned = selectFeatures(context.sound(zones), zonesOf(zones, 'farmland-protection'));
  const lines = context.soundIn(line, zones.plane);
  const total = context.areaOf(lines);
  if (total === 0) return [];
  const share = context.sharedArea(lines, zoned) / total;
  const least = context.number('T-05', 'farmlandShare');
  if (share >= least) return [];
  return [
    {
      layer: line,
      message: `永久基本农田只有 ${(share * 100).toFixed(1)}% 在农田保护区内，少于 ${least * 100}%。`,
      measure: { value: share * 100, unit: '%' },
      suggestion: '核对农田保护区的划定。',
    },
  ];
}
