import { type Pieces, type Polygons, selectFeatures } from '@tuheng/geometry';
import type { ZoneFamily } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares, percent } from '../../wording.ts';
import { scheme, zoningGuide } from '../documents.ts';
import { rowsOfFamily } from './zone-rows.ts';

const farmlandShare: Parameter = {
  name: 'farmlandShare',
  title: '永久基本农田落入农田保护区的最低比例',
  value: 90,
  unit: '%',
  source: '本项目建议（农田保护区包含永久基本农田的比例未核实）',
  confidence: 'suggestion',
};

/** Shares that differ by less, 0.01 of a percent, are the same in print. */
const SAME = 1e-4;

interface Pair {
  readonly family: 'ecological-protection' | 'urban';
  readonly zone: string;
  readonly line: string;
  readonly name: string;
}

const pairs: readonly Pair[] = [
  { family: 'ecological-protection', zone: '生态保护区', line: 'STBHHX', name: '生态保护红线' },
  { family: 'urban', zone: '城镇发展区', line: 'CZKFBJ', name: '城镇开发边界' },
];

/**
 * 规划分区与控制线衔接: after the maintenance 生态保护区 covers the ground of the red line and 城镇发展区 that of the urban
 * development boundary (what one covers without the other, beyond noise, m² ellipsoid, must be nothing), and 农田保护区 holds
 * at least `farmlandShare` of the permanent basic farmland and not less of it than before. Zones are told by name first, then
 * by number, since the names are the surer ones.
 */
export const zoningFollowsLines: Rule = {
  id: 'zoning.follows-lines',
  title: '规划分区与三条控制线一致',
  chapter: 'zoning',
  algorithm:
    '维护后生态保护区与生态保护红线、城镇发展区与城镇开发边界互相超出的部分（扣除噪声）应为零；农田保护区包含永久基本农田的比例不低于“最低比例”，也不低于备案。',
  layers: ['GHFQ', 'CZKFBJ', 'STBHHX', 'YJJBNTBHTB'],
  basis: [scheme('三（二）规划分区维护'), zoningGuide],
  parameters: [farmlandShare],
  judge(context) {
    if (!context.layer('maintained', 'GHFQ')) return missing('m²', '维护后数据库没有规划分区图层（GHFQ）');
    const evidence: Evidence[] = [];
    const sentences: string[] = [];
    const details = [];
    let before: number | null = 0;
    let after = 0;
    for (const pair of pairs) {
      const now = mismatch(context, 'maintained', pair);
      if (!now) return missing('m²', `维护后数据库没有${pair.name}图层（${pair.line}）`);
      const old = mismatch(context, 'filed', pair);
      after += now.area;
      before = old && before !== null ? before + old.area : null;
      details.push({
        label: `${pair.zone}与${pair.name}不一致`,
        measure: { before: old?.area ?? null, after: now.area, limit: 0, unit: 'm²' },
      });
      sentences.push(
        `${pair.zone}与${pair.name}不一致 ${old ? `${hectares(old.area)} → ` : ''}${hectares(now.area)}（${now.evidence.length} 处）`,
      );
      evidence.push(...now.evidence);
    }
    const farmland = {
      before: farmlandInside(context, 'filed'),
      after: farmlandInside(context, 'maintained'),
    };
    const least = Number(context.parameter('zoning.follows-lines', farmlandShare).value) / 100;
    const floor = Math.min(least, 1);
    const share = farmland.after?.share;
    const falls =
      share !== undefined && (share < floor - SAME || share < (farmland.before?.share ?? 0) - SAME);
    if (share !== undefined) {
      details.push({
        label: '农田保护区内的永久基本农田',
        measure: {
          before: farmland.before === undefined ? null : farmland.before.share * 100,
          after: share * 100,
          limit: floor * 100,
          unit: '%',
        },
      });
      sentences.push(`农田保护区包含永久基本农田 ${percent(share)}${falls ? '，低于要求或低于备案' : ''}`);
    }
    const fails = evidence.length > 0 || falls;
    if (falls) evidence.push(...farmland.after!.outside);
    return {
      outcome: fails ? 'fail' : share === undefined ? 'undetermined' : 'pass',
      ...(share === undefined && !fails ? { reasons: ['缺少永久基本农田图层（YJJBNTBHTB）'] } : {}),
      measure: { before, after, limit: 0, unit: 'm²' },
      explanation: `${sentences.join('；')}。`,
      details,
      evidence,
    };
  },
};

function zoneGround(context: RuleContext, side: Side, family: ZoneFamily): Polygons | undefined {
  const zones = context.layer(side, 'GHFQ');
  if (!zones) return undefined;
  return selectFeatures(zones.polygons, rowsOfFamily(zones, family));
}

function mismatch(
  context: RuleContext,
  side: Side,
  pair: Pair,
): { readonly area: number; readonly evidence: Evidence[] } | undefined {
  const zone = zoneGround(context, side, pair.family);
  const line = context.layer(side, pair.line)?.polygons;
  if (!zone || !line) return undefined;
  const only = (pieces: Pieces, code: string, label: string) => {
    const { real } = splitNoise(pieces, context.tolerance);
    return [...real.left.keys()].map((k) => context.evidence(real.polygons, k, { code, side, label }));
  };
  const evidence = [
    ...only(context.overlay.subtract(zone, line), 'GHFQ', `${pair.zone}超出${pair.name}`),
    ...only(context.overlay.subtract(line, zone), pair.line, `${pair.name}不在${pair.zone}内`),
  ];
  return { area: evidence.reduce((sum, piece) => sum + piece.area, 0), evidence };
}

/** Share of the permanent basic farmland inside 农田保护区, and the ground of it outside. */
function farmlandInside(
  context: RuleContext,
  side: Side,
): { readonly share: number; readonly outside: Evidence[] } | undefined {
  const zone = zoneGround(context, side, 'farmland-protection');
  const farmland = context.patches(side, 'YJJBNTBHTB');
  if (!zone || !farmland || farmland.total.area === 0) return undefined;
  // Against the dissolved zone nearly every patch lies wholly in one polygon, and nothing is left to build.
  const ground = context.overlay.dissolve(zone);
  const { real } = splitNoise(context.overlay.subtract(farmland.polygons, ground), context.tolerance);
  return {
    share: 1 - context.measure.total(real.polygons).area / farmland.total.area,
    outside: [...real.left.keys()].map((k) =>
      context.evidence(real.polygons, k, {
        code: 'YJJBNTBHTB',
        side,
        label: '永久基本农田不在农田保护区内',
      }),
    ),
  };
}
