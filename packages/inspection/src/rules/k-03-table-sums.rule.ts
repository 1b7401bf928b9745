import type { DeliveredTable } from '@tuheng/standard';
import { amount } from '../amount.ts';
import type { InspectionRule, RuleOutcome } from '../rule.ts';
import { checkSums, type SumIdentity } from '../tables/check-sums.ts';
import { readGrid } from '../tables/table-grid.ts';

const nameOf = ({ path, sheet }: DeliveredTable): string => (sheet === '' ? path : `${path} ${sheet}`);

/**
 * K-03: figures of the plan's tables are the sums of their parts, within 0.01 of the table's own unit. Rows named 合计, 总计, 总和, 共计 or
 * 小计 against the rows they close, and identities by name (耕地 = 水田 + 水浇地 + 旱地) whether the names head rows or columns. The layouts
 * of the tables were not published (未核实): a total is judged only where it is clear what its parts are. Shares, means, numbers and years
 * are not added.
 */
export const tableSums: InspectionRule = {
  id: 'K-03',
  category: 'figures',
  severity: 'error',
  title: '表内合计一致',
  description:
    '规划表格的合计、小计等于各部分之和，耕地等于水田、水浇地、旱地之和（表格样式未核实，结构不明确的合计不判定）。',
  basis: [{ document: '表内一致性检查', source: 'standards.md §0.3, §3.4 K-03', confidence: 'derived' }],
  parameters: [
    {
      name: 'tolerance',
      title: '容差',
      value: 0.01,
      unit: '表内单位',
      source: 'standards.md §3.4 K-03（0.01 公顷）',
      confidence: 'suggestion',
    },
    {
      name: 'identities',
      title: '按名称核对的关系',
      value: ['耕地=水田+水浇地+旱地'],
      unit: '',
      source: 'standards.md §4.2 [CCT]：01 耕地的二级类',
      confidence: 'found',
    },
  ],
  requires: [],
  noSubject: '没有可读的规划表格（xlsx、csv）。',
  subjects: ({ delivery }) => delivery.tables.map((table) => ({ name: nameOf(table), layers: [] })),
  inspect({ name }, context): RuleOutcome {
    const table = context.delivery.tables.find((candidate) => nameOf(candidate) === name)!;
    const identities = context.list('K-03', 'identities').map((text): SumIdentity => {
      const [whole = '', parts = ''] = text.split('=');
      return { whole, parts: parts.split('+') };
    });
    const { wrong, compared, isUnclear } = checkSums(
      readGrid(table),
      identities,
      context.number('K-03', 'tolerance'),
    );
    const unclear = isUnclear ? '表的结构不明确，没有核对合计。' : undefined;
    const nothing = compared === 0 ? '表里没有可以核对的合计。' : undefined;
    const notRun = unclear ?? nothing;
    return {
      findings: wrong.map(({ row, column, name: what, figure, sum }) => ({
        object: name,
        message:
          `第 ${row + 1} 行${columnName(column)}列“${what}”是 ${figure.toFixed(2)}，` +
          `各部分之和是 ${sum.toFixed(2)}，相差${amount(Math.abs(figure - sum), 2, '')}。`,
        measure: { value: figure - sum, unit: '表内单位' },
        suggestion: '核对各部分和合计，改正表格。',
      })),
      ...(notRun !== undefined && { notRun }),
    };
  },
};

/** A, B … Z, AA … as spreadsheets name columns. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? ` ${last} ` : ` ${columnName(Math.floor(column / 26) - 1).trim()}${last} `;
}
