import { operationWords, type ProjectOperation } from '@tuheng/standard';
import type { Evidence, VerdictTable } from '../../review.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { scheme } from '../documents.ts';
import { type ProjectChange, projectChanges } from './project-changes.ts';
import {
  groundEvidence,
  listed,
  noList,
  PROJECTS,
  projectRegister,
  projectWords,
} from './project-register.ts';

/**
 * 操作与实际变化一致: every project of A and B is compared, and what changed must be what its operation says. Whether a withdrawn project is
 * really gone is asked by projects.withdrawn-gone.
 */
export const projectsOperations: Rule = {
  id: 'projects.operations',
  title: '项目清单的操作与变化一致',
  chapter: 'projects',
  algorithm:
    '备案与维护后清单按项目编号（没有编号的按名称）逐项比对；比对的内容是项目名称、级别、类别、建设性质、建设年限、各项面积（差 0.5 m² 以内视为相同）、选址方式、依据和图形（扣除噪声），不含序号、操作、理由、备注。' +
    '增补的不得在备案清单中；清退、修改、调序的须在备案清单中；修改的至少有一项内容不同；调序的只有时序不同（在两版都保留的项目中的名次，或建设年限）；没有操作的内容不变、相对次序不变；备案有而维护后没有的须标明清退。' +
    '有一项不符即不通过；维护后的清单由图层读出时，备案有而图层没有的证据不足（图层无从标明清退）；缺少任一版清单的证据不足；两版清单都没有项目的不适用。',
  layers: [PROJECTS],
  basis: [scheme('二（三）3 重点建设项目清单；三（五）重点项目清单')],
  parameters: [],
  judge(context) {
    const filed = projectRegister(context, 'filed');
    const maintained = projectRegister(context, 'maintained');
    if (!maintained) return noList('maintained');
    if (!filed) return noList('filed');
    const changes = projectChanges(context, filed, maintained);
    const faults = changes.filter(({ fault }) => fault !== undefined);
    const open = changes.filter((change) => change.open !== undefined);
    const counts = countsOf(changes);
    const measure = {
      before: filed.kept.length,
      after: maintained.kept.length,
      limit: null,
      unit: '项',
    };
    if (changes.length === 0) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: '两版重点建设项目清单都没有项目，本条不适用。',
      };
    }
    const what = counts.map(({ title, count }) => `${title} ${count} 项`).join('，');
    return {
      outcome: faults.length > 0 ? 'fail' : open.length > 0 ? 'undetermined' : 'pass',
      measure,
      explanation:
        `重点建设项目由 ${filed.kept.length} 项变为 ${maintained.kept.length} 项：${what}。` +
        (faults.length > 0
          ? `${faults.length} 项的操作与实际变化不一致：${listed(faults.map((one) => `${words(one)}（${one.fault}）`))}。`
          : open.length > 0
            ? `${open.length} 项不能认定：${listed(open.map((one) => `${words(one)}（${one.open}）`))}；请另附清单表格。`
            : '各项操作与实际变化一致。'),
      ...(faults.length === 0 && open.length > 0
        ? { reasons: open.map((one) => `${words(one)}：${one.open}，请另附清单表格`) }
        : {}),
      details: counts.map(({ title, count }) => ({
        label: title,
        measure: { before: null, after: count, limit: null, unit: '项' },
      })),
      tables: [countTable(counts), changeTable(changes)],
      evidence: faults.flatMap((one) => evidenceOf(context, one)),
    };
  },
};

const words = ({ before, after }: ProjectChange): string => projectWords((after ?? before)!);

interface Count {
  readonly title: string;
  readonly count: number;
}

function countsOf(changes: readonly ProjectChange[]): Count[] {
  const count = (operation: ProjectOperation | null): number =>
    changes.filter(({ after }) => after && after.row.operation === operation).length;
  return [
    ...(Object.keys(operationWords) as ProjectOperation[]).map((operation) => ({
      title: operationWords[operation],
      count: count(operation),
    })),
    { title: '保留', count: count(null) },
    { title: '消失', count: changes.filter(({ after }) => !after).length },
  ];
}

function countTable(counts: readonly Count[]): VerdictTable {
  return {
    title: '项目清单操作统计',
    columns: [
      { title: '操作', unit: '' },
      { title: '项目数', unit: '项' },
    ],
    rows: counts.map(({ title, count }) => [title, count]),
    note: '',
  };
}

/** Projects that are kept as they were are not in it. */
function changeTable(changes: readonly ProjectChange[]): VerdictTable {
  return {
    title: '有操作或有变化的项目',
    columns: ['项目编号', '项目名称', '操作', '变化内容', '操作理由', '核对结果'].map((title) => ({
      title,
      unit: '',
    })),
    rows: changes
      .filter(({ after, fault, open }) => (fault ?? open) !== undefined || after?.row.operation)
      .map(({ before, after, differs, fault, open }) => {
        const { number, name, operation, reason } = (after ?? before)!.row;
        return [
          number,
          name,
          after && operation ? operationWords[operation] : '（无）',
          differs.join('、'),
          reason,
          fault ?? open ?? '一致',
        ];
      }),
    note: '没有操作、也没有变化的项目不列出。',
  };
}

function evidenceOf(context: RuleContext, { before, after, fault }: ProjectChange): Evidence[] {
  const project = (after ?? before)!;
  const label = `${projectWords(project)}：${fault}`;
  const now = after ? groundEvidence(context, 'maintained', after.features, label) : [];
  return now.length > 0 || !before ? now : groundEvidence(context, 'filed', before.features, label);
}
