import { type Pieces, planeArea, reprojectPolygons, selectFeatures } from '@tuheng/geometry';
import { isVerified, type ZoneFamily, zoneFamily } from '@tuheng/standard';
import { amount } from '../amount.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { noiseHint, sortByNoise } from '../noise.ts';
import type { InspectionRule, RuleFinding, RuleOutcome, Subject } from '../rule.ts';

const pairs: readonly { readonly line: string; readonly family: ZoneFamily; readonly zone: string }[] = [
  { line: 'STBHHX', family: 'ecological-protection', zone: '生态保护区' },
  { line: 'CZKFBJ', family: 'urban', zone: '城镇发展区' },
];

/**
 * T-05: 规划分区 follows the lines. 生态保护区 is where the red line is, 城镇发展区 where the boundary is: what one has and the other has not,
 * each piece beyond noise (smaller than `sliverArea`, m², or of a mean width 2A/P below `sliverWidth`, metres: counted in one hint), is
 * found. Zones are told by name first, then by number. Of the permanent basic farmland at least `farmlandShare` (%) lies in 农田保护区; as
 * long as nobody has verified that share, less of it is found, but enough of it is no pass.
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
      value: 90,
      unit: '%',
      source: '本项目建议：规程只说大部分（standards.md §3.4 T-05），比例未核实',
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
    return pair ? { findings: differences(context, zones!, line!, pair) } : farmland(context, zones!, line!);
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
  return [
    ...remains(
      context,
      zones,
      context.overlay.subtract(zoned, lines),
      (k) => rows[k]!,
      `${zone}不在${line.spec.title}内`,
    ),
    ...remains(
      context,
      line,
      inPlaneOf(line, context.overlay.subtract(lines, zoned), zones),
      (k) => k,
      `${line.spec.title}不在${zone}内`,
    ),
  ];
}

function inPlaneOf(layer: InspectedLayer, pieces: Pieces, given: InspectedLayer): Pieces {
  return { ...pieces, polygons: reprojectPolygons(pieces.polygons, given.plane, layer.plane) };
}

/** What is left of one side outside the other, by feature of the layer. */
function remains(
  context: InspectionContext,
  layer: InspectedLayer,
  left: Pieces,
  featureOf: (left: number) => number,
  what: string,
): RuleFinding[] {
  const { real, noise } = sortByNoise(left, context.tolerance);
  return [
    ...real.map((k) => {
      const area = planeArea(left.polygons, k);
      return {
        layer,
        feature: featureOf(left.left[k]!),
        message: `有 ${area.toFixed(2)} m² ${what}。`,
        place: { kind: 'feature' as const, polygons: left.polygons, feature: k },
        area,
        suggestion: '核对规划分区和控制线，使两者一致。',
      };
    }),
    ...noiseHint(layer, what, noise),
  ];
}

function farmland(context: InspectionContext, zones: InspectedLayer, line: InspectedLayer): RuleOutcome {
  const zoned = selectFeatures(context.sound(zones), zonesOf(zones, 'farmland-protection'));
  const lines = context.soundIn(line, zones.plane);
  const total = context.areaOf(lines);
  if (total === 0) return { findings: [] };
  const share = (100 * context.sharedArea(lines, zoned)) / total;
  const least = context.effective
    .parametersOf(zonesFollowLines)
    .find(({ name }) => name === 'farmlandShare')!;
  const figure = `永久基本农田有${share > 0 ? amount(share, 1, '') : ' 0'}% 在农田保护区内`;
  const unverified = isVerified(least) ? '' : '（该比例未核实）';
  if (share < Number(least.value)) {
    return {
      findings: [
        {
          layer: line,
          message: `${figure}，低于 ${least.value}%${unverified}。`,
          measure: { value: share, unit: '%' },
          suggestion: '核对农田保护区的划定。',
        },
      ],
    };
  }
  if (isVerified(least)) return { findings: [] };
  return { findings: [], notRun: `${figure}；应达到的比例未核实（暂按 ${least.value}%），不作结论。` };
}
