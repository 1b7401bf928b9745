import { featureCount, type Pieces, type Polygons } from '@tuheng/geometry';
import { surveyClass, textAt } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { boundaryMeasures, scheme } from '../documents.ts';

interface ByLand {
  readonly total: number;
  /** Not construction land today: what becomes new construction land. */
  readonly increment: number;
  /** Under no DLTB parcel, or under one whose code is not known. */
  readonly unknown: number;
  readonly pieces: Pieces;
}

/**
 * 调入增量用地不超过调出规模. The transfer in of CZKFBJ is cut by the current land use (DLTB); what lies on land that is not
 * 建设用地 by the survey's three big classes is the increment. Increment (m², ellipsoid) ≤ transfer out (m², ellipsoid).
 * Ground that DLTB does not cover could be either: if the answer hangs on it, the rule is undetermined.
 */
export const udbTransferBalance: Rule = {
  id: 'udb.transfer-balance',
  title: '调入增量用地不超过调出规模',
  chapter: 'lines',
  algorithm:
    '调入地块与地类图斑（DLTB）叠加，现状不是建设用地的部分为增量；增量 ≤ 调出面积。现状不明的部分足以改变结论时为证据不足。',
  layers: ['CZKFBJ'],
  basis: [scheme('四 1'), boundaryMeasures],
  parameters: [],
  judge(context) {
    const change = context.changes.get('CZKFBJ');
    if (!change) return missing('m²', '缺少备案或维护后的城镇开发边界图层（CZKFBJ）');
    const out = context.measure.total(change.transferOut.polygons).area;
    if (change.transferIn.left.length === 0) {
      return {
        outcome: 'pass',
        measure: { before: out, after: 0, limit: out, unit: 'm²' },
        explanation: `本次没有调入，调出 ${hectares(out)}。`,
      };
    }
    const into = byLand(context, change.transferIn.polygons);
    if (!into) return missing('m²', '未提供现状地类图斑图层（DLTB），无法区分调入地块中的增量用地');
    const released = byLand(context, change.transferOut.polygons)!;
    const slack = context.slack('CZKFBJ');
    const fails = into.increment > out + slack;
    const open = !fails && into.increment + into.unknown > out + slack;
    const measure = { before: out, after: into.increment, limit: out, unit: 'm²' };
    return {
      outcome: fails ? 'fail' : open ? 'undetermined' : 'pass',
      measure,
      explanation:
        `调入 ${hectares(into.total)}，其中现状非建设用地（增量）${hectares(into.increment)}` +
        `${into.unknown > 0 ? `、现状不明 ${hectares(into.unknown)}` : ''}；调出 ${hectares(out)}，` +
        `其中现状非建设用地 ${hectares(released.increment)}。增量${fails ? '超过' : open ? '加上现状不明部分可能超过' : '不超过'}调出规模。`,
      ...(open ? { reasons: ['部分调入地块没有对应的地类图斑或地类编码不认识'] } : {}),
      details: [
        { label: '调入合计', measure: { before: null, after: into.total, limit: null, unit: 'm²' } },
        {
          label: '调出中现状非建设用地',
          measure: { before: null, after: released.increment, limit: null, unit: 'm²' },
        },
        { label: '调入中现状不明', measure: { before: null, after: into.unknown, limit: null, unit: 'm²' } },
      ],
      evidence: fails ? increments(context, into) : [],
    };
  },
};

function byLand(context: RuleContext, polygons: Polygons): ByLand | undefined {
  const survey = context.shared('DLTB');
  if (!survey) return undefined;
  const pieces = context.overlay.intersect(polygons, survey.polygons);
  let increment = 0;
  let construction = 0;
  for (const [k, parcel] of pieces.right.entries()) {
    const bigClass = surveyClass(textAt(survey.layer, 'DLBM', parcel) ?? '')?.bigClass;
    const area = context.measure.ellipsoid(pieces.polygons, k);
    if (bigClass === '建设用地') construction += area;
    else if (bigClass) increment += area;
  }
  const total = context.measure.total(polygons).area;
  const rest = total - increment - construction;
  // Cutting along parcels rounds every piece; a rest within that rounding is no uncovered ground.
  const rounding =
    context.tolerance.areaPerFeature * (featureCount(pieces.polygons) + featureCount(polygons)) +
    total * 1e-6;
  return { total, increment, unknown: rest > rounding ? rest : 0, pieces };
}

function increments(context: RuleContext, into: ByLand): Evidence[] {
  const survey = context.shared('DLTB')!.layer;
  const real = splitNoise(into.pieces, context.tolerance).real;
  const evidence: Evidence[] = [];
  for (let k = 0; k < featureCount(real.polygons); k++) {
    const parcel = real.right[k]!;
    const dlbm = textAt(survey, 'DLBM', parcel) ?? '';
    const bigClass = surveyClass(dlbm)?.bigClass;
    if (!bigClass || bigClass === '建设用地') continue;
    evidence.push(
      context.evidence(real.polygons, k, {
        code: 'CZKFBJ',
        side: 'change',
        label: `调入的非建设用地：${textAt(survey, 'DLMC', parcel) ?? dlbm}`,
        owner: survey,
        row: parcel,
      }),
    );
  }
  return evidence;
}
