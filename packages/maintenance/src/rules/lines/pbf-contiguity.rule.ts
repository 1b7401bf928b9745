import { featureCount } from '@tuheng/geometry';
import type { Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares, percent } from '../../wording.ts';
import { farmlandMeasures, optimisationStandard, scheme } from '../documents.ts';
import { movedPieces } from '../moved-pieces.ts';

const LAYER = 'YJJBNTBHTB';

/** No regulation read here names a distance; 20 m spans a field road with its ditches. */
const gap: Parameter = {
  name: 'gap',
  title: '连片判定间距',
  value: 20,
  unit: 'm',
  source: '本项目建议（集中连片的判定间距未核实）',
  confidence: 'suggestion',
};

const SAME = 1e-9;

interface Contiguity {
  readonly patches: number;
  readonly mean: number;
  /** m². */
  readonly largest: number;
  /** Largest-patch index: the largest patch over the whole. */
  readonly share: number;
  readonly clusters: number;
}

/**
 * 集中连片度: of the dissolved farmland the mean patch (m²), the largest patch (m²), its share of the whole (largest-patch
 * index), and the number of clusters (patches within `gap` metres of each other). The mean and the largest may not fall, the
 * clusters not grow. The share is shown but not judged: it falls whenever farmland is added anywhere else.
 */
export const pbfContiguity: Rule = {
  id: 'pbf.contiguity',
  title: '永久基本农田集中连片度不降低',
  chapter: 'lines',
  algorithm:
    '永久基本农田融合成连片：平均图斑面积、最大图斑面积维护后不小于备案，间距不超过“连片间距”的连片合为一组，组数不多于备案。最大图斑占比只展示，不判定。',
  layers: ['YJJBNTBHTB'],
  basis: [scheme('二（三）3 三条控制线；三（一）1'), farmlandMeasures, optimisationStandard],
  parameters: [gap],
  judge(context) {
    const distance = Number(context.parameter('pbf.contiguity', gap).value);
    const before = contiguity(context, 'filed', distance);
    const after = contiguity(context, 'maintained', distance);
    if (!before || !after) return missing('m²', `缺少备案或维护后的永久基本农田图层（${LAYER}）`);
    const worse = [
      after.mean < before.mean * (1 - SAME) ? '平均图斑面积' : '',
      after.largest < before.largest * (1 - SAME) ? '最大图斑面积' : '',
      after.clusters > before.clusters ? '连片组数' : '',
    ].filter((name) => name !== '');
    return {
      outcome: worse.length > 0 ? 'fail' : 'pass',
      measure: { before: before.mean, after: after.mean, limit: before.mean, unit: 'm²' },
      explanation:
        `连片图斑 ${before.patches} → ${after.patches} 片，平均 ${hectares(before.mean)} → ${hectares(after.mean)}，` +
        `最大图斑 ${hectares(before.largest)}（占 ${percent(before.share)}）→ ${hectares(after.largest)}（占 ${percent(after.share)}），间距 ${distance} m 内合并为 ${before.clusters} → ${after.clusters} 组；` +
        `${worse.length > 0 ? `${worse.join('、')}变差` : '均未变差'}。`,
      details: [
        {
          label: '最大图斑面积',
          measure: { before: before.largest, after: after.largest, limit: before.largest, unit: 'm²' },
        },
        {
          label: '最大图斑占比（不单独判定）',
          measure: { before: before.share * 100, after: after.share * 100, limit: null, unit: '%' },
        },
        {
          label: `连片组数（间距 ${distance} m）`,
          measure: { before: before.clusters, after: after.clusters, limit: before.clusters, unit: '组' },
        },
      ],
      // Where something moved in or out, there the contiguity was lost.
      evidence:
        worse.length > 0
          ? [
              ...movedPieces(context, LAYER, 'filed', '调出的永久基本农田'),
              ...movedPieces(context, LAYER, 'maintained', '调入的永久基本农田'),
            ]
          : [],
    };
  },
};

function contiguity(context: RuleContext, side: Side, distance: number): Contiguity | undefined {
  const patches = context.patches(side, LAYER);
  if (!patches || patches.areas.length === 0) return undefined;
  const largest = patches.areas.reduce((most, area) => Math.max(most, area), 0);
  return {
    patches: featureCount(patches.polygons),
    mean: patches.total.area / patches.areas.length,
    largest,
    share: largest / patches.total.area,
    clusters: new Set(context.overlay.clusters(patches.polygons, distance)).size,
  };
}
