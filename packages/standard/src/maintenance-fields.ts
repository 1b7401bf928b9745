import { type FieldSpec, text } from './field.ts';
import type { Provenance } from './provenance.ts';

const tool = { source: 'standards.md §2.2', confidence: 'found' } as const;

/** The ten fields of every WHC layer, in order (standards.md §2.2). */
export const changeFields: readonly FieldSpec[] = [
  text('BSM', '标识码', 18, tool),
  text('YSDM', '要素代码', 10, tool),
  text('XZQDM', '行政区代码', 12, { ...tool, codeKind: 'adcode' }),
  text('XZQMC', '行政区名称', 100, tool),
  text('WHLX', '维护类型', 2, tool),
  text('WHLY', '维护理由', 3, tool),
  text('JDZBLY', '机动指标来源', 10, tool),
  text('WHBH', '维护编号', 18, tool),
  text('KZBSHSLX', '扩展倍数核算类型', 3, tool),
  text('BZ', '备注', 255, tool),
];

/** Value domain of a coded field. `entries` null: the domain is not known and nothing may be made up. */
export interface CodeDomain extends Provenance {
  readonly field: string;
  readonly entries: readonly { readonly code: string; readonly name: string }[] | null;
  readonly status: '已核实' | '未核实';
}

export const changeTypes: CodeDomain = {
  ...tool,
  field: 'WHLX',
  status: '已核实',
  entries: [
    { code: '1', name: '调入' },
    { code: '2', name: '属性变更' },
    { code: '3', name: '调出' },
  ],
};

const unknown = {
  entries: null,
  status: '未核实',
  source: 'standards.md §2.2、§11：值域未找到',
  confidence: 'none',
} as const;

export const reasonDomain: CodeDomain = { field: 'WHLY', ...unknown };
export const quotaSourceDomain: CodeDomain = { field: 'JDZBLY', ...unknown };
export const expansionAccountingDomain: CodeDomain = { field: 'KZBSHSLX', ...unknown };

/** Names of the three layers that tell the maintenance of a layer: 维护前、维护层、维护后. */
export function layerNames(code: string): {
  readonly before: string;
  readonly change: string;
  readonly after: string;
} {
  return { before: `WHQ${code}`, change: `WHC${code}`, after: `WHH${code}` };
}
