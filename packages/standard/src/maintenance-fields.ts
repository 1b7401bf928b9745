import type { Domain } from './codes/domains.ts';
import { type FieldSpec, fieldsFrom } from './field.ts';
import type { Provenance } from './provenance.ts';

const found = { source: 'standards.md §2.2 [GHBOX]', confidence: 'found' } as const;
const { text } = fieldsFrom(found);

/** The ten fields of every 维护层 (WHC…), in order. */
export const changeFields: readonly FieldSpec[] = [
  text('BSM', '标识码', 18),
  text('YSDM', '要素代码', 10),
  text('XZQDM', '行政区代码', 12, { codeKind: 'adcode' }),
  text('XZQMC', '行政区名称', 100),
  text('WHLX', '维护类型', 2),
  text('WHLY', '维护理由', 3),
  text('JDZBLY', '机动指标来源', 10),
  text('WHBH', '维护编号', 18),
  text('KZBSHSLX', '扩展倍数核算类型', 3),
  text('BZ', '备注', 255),
];

/** One value of WHLX 维护类型. */
export interface ChangeType extends Provenance {
  readonly code: '1' | '2' | '3';
  readonly name: '调入' | '属性变更' | '调出';
}

/** WHLX: 1 调入 transfer in, 2 属性变更 reclassified, 3 调出 transfer out. */
export const changeTypes: readonly ChangeType[] = [
  { code: '1', name: '调入', ...found },
  { code: '2', name: '属性变更', ...found },
  { code: '3', name: '调出', ...found },
];

/** The field exists, its code list was not found anywhere: nothing may be written into it and nothing judged by it. */
function unknownDomain(field: string, title: string): Domain & { readonly entries: null } {
  return { field, title, entries: null, status: '未核实', source: 'standards.md §11.3', confidence: 'none' };
}

export const reasonDomain = unknownDomain('WHLY', '维护理由');
export const quotaSourceDomain = unknownDomain('JDZBLY', '机动指标来源');
export const expansionAccountingDomain = unknownDomain('KZBSHSLX', '扩展倍数核算类型');

/** The three layers of a change set that belong to a layer of the plan: WHQ… before, WHC… the change, WHH… after. */
export function layerNames(code: string): { before: string; change: string; after: string } {
  return { before: `WHQ${code}`, change: `WHC${code}`, after: `WHH${code}` };
}
