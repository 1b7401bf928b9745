import { layerSpec } from '@tuheng/standard';
import type { Evidence, Parameter, Verdict, VerdictTable } from '../../review.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { scheme } from '../documents.ts';
import { criteria } from './deciding-rules.ts';

const positioning: Parameter = {
  name: 'positioning',
  title: '核心定位',
  value: '不调整',
  unit: '',
  source: '未核实：战略定位、城市性质写在规划文本中，数据库不载，须由县里确认本次没有调整',
  confidence: 'none',
};

const words = { pass: '未触及', fail: '触及', undetermined: '不能判定', notApplicable: '不涉及' } as const;

/**
 * 动态维护或重大修改: a maintenance that meets one of `criteria` is a major revision. Decided from the verdicts of the rules behind each
 * head, so that what is said here can be traced to figures and places there; the measure counts the heads met.
 */
export const natureMaintenanceOrRevision: Rule = {
  id: 'nature.maintenance-or-revision',
  title: '属于动态维护，不是重大修改',
  chapter: 'nature',
  algorithm: `逐项看以下情形的规则判定：${criteria
    .map(({ title, rules }) => `${title}（${rules.join('、')}）`)
    .join(
      '；',
    )}。任一规则不通过即触及该情形，应按重大修改办理，本条不通过；没有触及但有规则证据不足的，本条证据不足；都通过或不适用，且核心定位确认不调整，属于动态维护。两版数据库没有任何变更的不适用。`,
  layers: [],
  basis: [scheme('一（二）严格区分动态维护与重大修改边界；一（五）精准适配，局部优化')],
  parameters: [positioning],
  judge(context) {
    const heads = criteria.map((criterion) => ({
      ...criterion,
      verdicts: criterion.rules.flatMap((id) => context.verdicts.get(id) ?? []),
    }));
    const met = heads.filter(({ verdicts }) => verdicts.some(({ status }) => status === 'fail'));
    const open = heads.flatMap(({ verdicts }) => verdicts.filter(isOpen));
    const measure = { before: null, after: met.length, limit: 0, unit: '项' };
    const tables = [table(heads)];
    if (!hasChange(context)) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: '两版数据库的规划图层没有超出容差的变更，谈不上维护或修改。',
      };
    }
    if (met.length > 0) {
      const why = met.map(({ title, verdicts }) => `${title}（${failed(verdicts)}）`).join('；');
      return {
        outcome: 'fail',
        measure,
        explanation: `触及重大修改的情形 ${met.length} 项：${why}。应按规划修改的法定程序办理，或调整方案后重新审查，不能作为动态维护。`,
        tables,
        evidence: met.flatMap(({ verdicts }) => verdicts.flatMap(shownEvidence)),
      };
    }
    if (open.length > 0) {
      return {
        outcome: 'undetermined',
        measure,
        explanation: `没有发现触及重大修改的情形，但有 ${open.length} 条规则证据不足，尚不能认定属于动态维护。`,
        reasons: open.map(({ title }) => `“${title}”证据不足`),
        tables,
      };
    }
    return {
      outcome: 'pass',
      measure,
      explanation: `变更限于 ${changedLayers(context).join('、')}；${criteria.map(({ title }) => `未${title}`).join('，')}；核心定位${context.parameter(natureMaintenanceOrRevision.id, positioning).value}。属于动态维护。`,
      tables,
    };
  },
};

/** Not decided, or not run at all: a rule that is switched off clears nobody. */
const isOpen = ({ status, reasons }: Verdict): boolean =>
  status === 'undetermined' || (status === 'notApplicable' && reasons.length > 0);

/** Pieces of one rule that are shown here again; all of them stand with the rule itself. */
const MOST_PIECES = 20;

function shownEvidence({ status, title, evidence }: Verdict): Evidence[] {
  if (status !== 'fail') return [];
  return evidence.slice(0, MOST_PIECES).map((piece) => ({ ...piece, label: `${title}：${piece.label}` }));
}

const failed = (verdicts: readonly Verdict[]): string =>
  verdicts
    .filter(({ status }) => status === 'fail')
    .map(({ title }) => `“${title}”不通过`)
    .join('、');

function changedLayers(context: RuleContext): string[] {
  return [...context.changes.values()]
    .filter(
      ({ transferIn, transferOut, reclassified }) =>
        transferIn.left.length + transferOut.left.length + reclassified.left.length > 0,
    )
    .map(({ code }) => layerSpec(code)?.title ?? code);
}

const hasChange = (context: RuleContext): boolean => changedLayers(context).length > 0;

function table(
  heads: readonly {
    readonly title: string;
    readonly source: string;
    readonly verdicts: readonly Verdict[];
  }[],
): VerdictTable {
  return {
    title: '重大修改情形逐项认定',
    columns: [
      { title: '情形', unit: '' },
      { title: '依据', unit: '' },
      { title: '规则', unit: '' },
      { title: '认定', unit: '' },
    ],
    rows: heads.flatMap(({ title, source, verdicts }) =>
      verdicts.map((verdict) => [
        title,
        source,
        verdict.title,
        isOpen(verdict) ? words.undetermined : words[verdict.status],
      ]),
    ),
    note: '核心定位、战略目标写在规划文本中，数据库不载，由人认定。',
  };
}
