import { textAt } from '@tuheng/standard';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { hasDocumentNumber } from '../document-number.ts';
import { redLineNotice, scheme } from '../documents.ts';
import { namedDocuments } from '../named-documents.ts';

const LAYER = 'STBHHX';

/**
 * 生态保护红线调整须有依据: the red line changes only with an approved scheme or a changed nature reserve. Every piece that
 * moved in or out (beyond noise) must rest on a document: a number named in BZ of the feature it belongs to, or a document
 * named for STBHHX in the targets file, which then stands for all pieces. Whether the document says so is for people to
 * read.
 */
export const erChangeHasBasis: Rule = {
  id: 'er.change-has-basis',
  title: '生态保护红线调整有依据',
  chapter: 'lines',
  algorithm:
    '生态保护红线前后叠加得出调入、调出图块（扣除噪声）。每块须有依据：所属图斑备注（BZ）中有文号，或目标值文件为 STBHHX 列出文件。一块无依据即不通过；文件内容由人核对。',
  layers: ['STBHHX'],
  basis: [scheme('二（三）3 三条控制线'), redLineNotice],
  parameters: [],
  judge(context) {
    const change = context.changes.get(LAYER);
    if (!change) return missing('m²', `缺少备案或维护后的生态保护红线图层（${LAYER}）`);
    const area =
      context.measure.total(change.transferIn.polygons).area +
      context.measure.total(change.transferOut.polygons).area;
    const documents = namedDocuments(context.targets, LAYER);
    const evidence = [...bare(context, 'filed', '调出'), ...bare(context, 'maintained', '调入')];
    const unfounded = documents.length > 0 ? [] : evidence;
    const open = unfounded.reduce((sum, piece) => sum + piece.area, 0);
    const measure = { before: 0, after: open, limit: 0, unit: 'm²' };
    if (area === 0) {
      return { outcome: 'pass', measure, explanation: '生态保护红线没有超出容差的变动。' };
    }
    if (unfounded.length > 0) {
      return {
        outcome: 'fail',
        measure,
        explanation:
          `生态保护红线变动合计 ${hectares(area)}，其中 ${unfounded.length} 处、${hectares(open)} 未见依据文件` +
          '（图斑备注 BZ 无文号，目标值文件也未列出）。',
        evidence: unfounded,
      };
    }
    const named = documents.map(({ document }) => `《${document.replace(/^《|》$/g, '')}》`).join('、');
    return {
      outcome: 'pass',
      measure,
      explanation: `生态保护红线变动合计 ${hectares(area)}，均列有依据${named ? `：${named}` : '文号'}；文件内容需人工核对。`,
      basis: documents,
    };
  },
};

/** Moved pieces whose own feature names no document. */
function bare(context: RuleContext, side: Side, verb: string): Evidence[] {
  const change = context.changes.get(LAYER)!;
  const pieces = side === 'filed' ? change.transferOut : change.transferIn;
  const owner = change[side].layer;
  return [...pieces.left.keys()]
    .filter((k) => !hasDocumentNumber(textAt(owner, 'BZ', pieces.left[k]!)))
    .map((k) =>
      context.evidence(pieces.polygons, k, {
        code: LAYER,
        side,
        label: `${verb}生态保护红线，未见依据`,
        owner,
        row: pieces.left[k]!,
      }),
    );
}
