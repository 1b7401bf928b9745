import { isVerified, layerSpec } from '@tuheng/standard';
import { sortEvidence } from './evidence.ts';
import type { RuleMeasure, Verdict } from './review.ts';
import { type Judgement, missing, noMeasure, type Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * Judges one rule. A rule whose parameter is unverified may fail but not pass: the pass becomes 证据不足 with the figure and the
 * assumed value shown (docs/architecture.md, decision 6).
 */
export function judgeRule(rule: Rule, context: RuleContext): Verdict {
  const parameters = rule.parameters.map((own) => context.parameter(rule.id, own));
  const judgement = switchedOff(rule, context) ?? absentSubject(rule, context) ?? rule.judge(context);
  const unverified = parameters.filter((parameter) => !isVerified(parameter));
  const held = judgement.outcome === 'pass' && unverified.length > 0;
  return {
    rule: rule.id,
    chapter: rule.chapter,
    status: held ? 'undetermined' : judgement.outcome,
    title: rule.title,
    basis: [...rule.basis, ...(judgement.basis ?? [])],
    parameters: parameters.map(({ free: _, ...parameter }) => parameter),
    measure: rounded(judgement.measure),
    details: (judgement.details ?? []).map(({ label, measure }) => ({ label, measure: rounded(measure) })),
    tables: (judgement.tables ?? []).map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? roundFigure(cell) : cell))),
    })),
    pictures: judgement.pictures ?? [],
    explanation: judgement.explanation,
    reasons: [
      ...(judgement.reasons ?? []),
      ...(held
        ? unverified.map(
            ({ name, title, value, unit }) =>
              `按暂用参数“${title}”= ${value}${unit ? ` ${unit}` : ''} 计算可以通过，但该参数未核实；在目标值文件或地方细则中写明 ${rule.id}.${name} 和来源后方可判定通过`,
          )
        : []),
    ],
    evidence: sortEvidence(judgement.evidence ?? []),
  };
}

/** A rule that a profile switched off is not run, and says why. */
function switchedOff(rule: Rule, context: RuleContext): Judgement | undefined {
  const reason = context.offReason(rule.id);
  if (reason === undefined) return undefined;
  const explanation = `未执行：${reason}`;
  return { outcome: 'notApplicable', measure: noMeasure(''), explanation, reasons: [explanation] };
}

/** A rule about a layer the county declares it has nothing for does not apply; where a database has the layer all the same, nobody knows. */
function absentSubject(rule: Rule, context: RuleContext): Judgement | undefined {
  const [subject] = rule.layers;
  const declared = context.targets?.absentLayers?.find(({ layer }) => layer === subject);
  if (!declared) return undefined;
  const title = layerSpec(declared.layer)?.title ?? declared.layer;
  if (context.layer('filed', declared.layer) || context.layer('maintained', declared.layer)) {
    return missing(
      '',
      `声明本县没有${title}（${declared.source}），数据库中却有这个图层（${declared.layer}）`,
    );
  }
  if (declared.layer === 'ZDJSXM' && (context.projects('filed') ?? context.projects('maintained'))) {
    return missing('', `声明本县没有${title}（${declared.source}），却提供了重点建设项目清单`);
  }
  return {
    outcome: 'notApplicable',
    measure: noMeasure(''),
    explanation: `本县没有${title}（${declared.source}），本条不适用。`,
  };
}

/** Figures are kept to 6 decimals: far below any tolerance, and free of the last bits that differ between machines. */
function rounded(measure: RuleMeasure): RuleMeasure {
  const round = (value: number | null): number | null => (value === null ? null : roundFigure(value));
  return {
    before: round(measure.before),
    after: round(measure.after),
    limit: measure.limit === Infinity ? null : round(measure.limit),
    unit: measure.unit,
  };
}

export function roundFigure(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
