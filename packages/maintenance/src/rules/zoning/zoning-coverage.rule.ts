import { type CoveragePiece, checkCoverage, type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { textAt } from '@tuheng/standard';
import { isNoise } from '../../noise.ts';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme, zoningGuide } from '../documents.ts';

/** What a piece is to the coverage: claimed by nobody, by two, or by a zone beyond the county. */
const kinds = [
  { key: 'gaps', title: '没有分区', label: '没有规划分区的地' },
  { key: 'overlaps', title: '分区重叠', label: '两个规划分区重叠' },
  { key: 'beyondBoundary', title: '超出县界', label: '规划分区超出县域' },
] as const;

/**
 * 规划分区全域覆盖: after the maintenance the features of GHFQ cover the county (XZQ of BASE) with no gap, no overlap and nothing
 * beyond it, pieces up to the tolerance for overlaps apart. Areas m², ellipsoid.
 */
export const zoningCoverage: Rule = {
  id: 'zoning.coverage',
  title: '规划分区全域覆盖、不重叠',
  chapter: 'zoning',
  algorithm:
    '维护后规划分区（GHFQ）各图斑的边界逐边配对：县域（基础数据的行政区 XZQ）内无图斑覆盖的为缝隙，两个以上图斑同时覆盖的为重叠，县域以外的为超出。三者大于“重叠不计”面积的图块应为零。未提供行政区时只能检查图斑之间的缝隙和重叠，没有发现也只能判为证据不足。',
  layers: ['GHFQ', 'XZQ'],
  basis: [scheme('三（二）规划分区维护；四 2'), zoningGuide],
  parameters: [],
  judge(context) {
    const zones = context.layer('maintained', 'GHFQ');
    if (!zones) {
      return context.layer('filed', 'GHFQ')
        ? missing('m²', '维护后数据库没有规划分区图层（GHFQ）')
        : missing('m²', '两版数据库都没有规划分区图层（GHFQ）');
    }
    const county = context.shared('XZQ')?.polygons;
    const report = checkCoverage(zones.polygons, {
      snap: context.tolerance.snap,
      overlapArea: context.tolerance.overlapArea,
      gapArea: context.tolerance.overlapArea,
      ...(county && { boundary: county }),
    });
    let noise = 0;
    const found = kinds.map((kind) => {
      const pieces = report[kind.key].filter((piece) => !isNoise(polygonOf(piece), 0, context.tolerance));
      noise += report.belowTolerance[kind.key].pieces + report[kind.key].length - pieces.length;
      const evidence = pieces.map((piece) => evidenceOf(context, piece, kind.label));
      return { ...kind, evidence, area: evidence.reduce((sum, { area }) => sum + area, 0) };
    });
    const evidence = found.flatMap((kind) => kind.evidence);
    const total = evidence.reduce((sum, { area }) => sum + area, 0);
    const fails = evidence.length > 0;
    const sentence = found
      .map(({ title, area, evidence: pieces }) => `${title} ${hectares(area)}（${pieces.length} 处）`)
      .join('，');
    return {
      outcome: fails ? 'fail' : county ? 'pass' : 'undetermined',
      ...(fails || county
        ? {}
        : { reasons: ['未提供行政区图层（XZQ），不知道县域到哪里，不能判断是否全域覆盖'] }),
      measure: { before: null, after: total, limit: 0, unit: 'm²' },
      explanation:
        `维护后规划分区 ${zones.polygons.featureStart.length - 1} 个图斑：${sentence}` +
        `${noise > 0 ? `；另有小于容差的 ${noise} 处` : ''}。`,
      details: found.map(({ title, area, evidence: pieces }) => ({
        label: `${title}（${pieces.length} 处）`,
        measure: { before: null, after: area, limit: 0, unit: 'm²' },
      })),
      evidence,
    };
  },
};

function evidenceOf(context: RuleContext, piece: CoveragePiece, label: string): Evidence {
  const zones = context.layer('maintained', 'GHFQ')!.layer;
  const names = piece.features
    .slice(0, 2)
    .map((f) => textAt(zones, 'GHFQMC', f) ?? textAt(zones, 'GHFQDM', f) ?? '')
    .filter((name) => name !== '');
  return context.evidence(polygonOf(piece), 0, {
    code: 'GHFQ',
    side: 'maintained',
    label: names.length > 0 ? `${label}：${names.join('、')}` : label,
    owner: zones,
    ...(piece.features[0] === undefined ? {} : { row: piece.features[0] }),
  });
}

function polygonOf({ rings }: CoveragePiece): Polygons {
  const builder = new PolygonsBuilder();
  for (const ring of rings) builder.addRing(ring);
  builder.endPolygon();
  builder.endFeature();
  return builder.build();
}
