import { splitNoise } from '../../noise.ts';
import type { Judgement, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { classTitle, LAND, type Maintained, movedEvidence, onPlannedLand } from './planned-land.ts';

/** 中心城区规划分区: its filed extent is that of the central city. */
const ZONES = 'ZXCQGHFQ';

/**
 * 变动都在中心城区内: no ground whose class changed lies outside the filed extent of ZXCQGHFQ, and the planned land covers the same ground
 * as before (nothing came in or went out). m², ellipsoid, beyond noise.
 */
export const cityLandWithinCentralCity: Rule = {
  id: 'city-land.within-central-city',
  title: '用地调整均在中心城区范围内',
  chapter: 'cityLand',
  algorithm:
    '中心城区范围取备案库中心城区规划分区（ZXCQGHFQ）融合后的外廓。ZXCQGHYDYH 用地类变动的图块落在范围外的部分、维护后多出或不再覆盖的部分（扣除噪声）都应为零，任一不为零即不通过。备案库没有 ZXCQGHFQ 时，只核对覆盖范围，没有发现问题的为证据不足；两版都没有 ZXCQGHYDYH 时不适用。',
  layers: [LAND, ZONES],
  basis: [scheme('二（三）3、三（三）：对中心城区用地规划布局进行优化调整')],
  parameters: [],
  judge: (context) => onPlannedLand(context, 'm²', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const city = context.patches('filed', ZONES);
  const { polygons, rows } = land.changes;
  const beyond = city
    ? splitNoise(context.overlay.subtract(polygons, city.polygons), context.tolerance).real
    : undefined;
  const outside = [...(beyond?.left.keys() ?? [])].map((k) => {
    const row = rows[beyond!.left[k]!]!;
    return context.evidence(beyond!.polygons, k, {
      code: LAND,
      side: 'change',
      label: `中心城区范围外的用地变动：${classTitle(row.from)} → ${classTitle(row.to)}`,
      owner: land.change.maintained.layer,
      row: row.maintainedRow,
    });
  });
  const all = (): boolean => true;
  const added = movedEvidence(
    context,
    land,
    'maintained',
    all,
    (code) => `多出的规划用地：${classTitle(code)}`,
  );
  const gone = movedEvidence(
    context,
    land,
    'filed',
    all,
    (code) => `不再覆盖的规划用地：${classTitle(code)}`,
  );
  const evidence = [...outside, ...added, ...gone];
  const sum = (pieces: typeof evidence): number => pieces.reduce((total, { area }) => total + area, 0);
  const fails = evidence.length > 0;
  const reasons = city ? [] : [`备案库没有中心城区规划分区图层（${ZONES}），无法核对变动是否在中心城区内`];
  return {
    outcome: fails ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass',
    ...(!fails && reasons.length > 0 ? { reasons } : {}),
    measure: { before: 0, after: sum(evidence), limit: 0, unit: 'm²' },
    explanation:
      `用地类变动 ${rows.length} 处，${city ? `落在中心城区范围外的 ${hectares(sum(outside))}` : '中心城区范围未知'}；` +
      `规划用地用海覆盖范围多出 ${hectares(sum(added))}、减少 ${hectares(sum(gone))}。${fails ? '调整超出中心城区范围或改变了其范围。' : ''}`,
    details: [
      {
        label: '范围外的用地变动',
        measure: { before: 0, after: city ? sum(outside) : null, limit: 0, unit: 'm²' },
      },
      { label: '多出的规划用地', measure: { before: 0, after: sum(added), limit: 0, unit: 'm²' } },
      { label: '不再覆盖的规划用地', measure: { before: 0, after: sum(gone), limit: 0, unit: 'm²' } },
    ],
    evidence,
  };
}
