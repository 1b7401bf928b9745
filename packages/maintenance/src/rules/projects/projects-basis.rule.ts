import { type ProjectRow, projectLevel, projectTitle } from '@tuheng/standard';
import type { Rule } from '../../rule.ts';
import { hasDocumentNumber } from '../document-number.ts';
import { scheme } from '../documents.ts';
import { suggestedRow } from './project-documents.ts';
import {
  emptyList,
  groundEvidence,
  listed,
  noList,
  PROJECTS,
  type Project,
  projectRegister,
  projectWords,
} from './project-register.ts';

/** What every kept project has to say. */
const needed = ['number', 'name', 'level', 'nature', 'years', 'area', 'siting'] as const;

/** 依据和要素齐全: what an opinion on a project needs stands in its row. What the documents say is for people to read. */
export const projectsBasis: Rule = {
  id: 'projects.basis',
  title: '项目依据和要素齐全',
  chapter: 'projects',
  algorithm:
    '维护后清单中保留的每个项目须有：项目编号、项目名称、项目级别（国家、省、市、县之一）、建设性质、建设年限、用地规模（大于 0）、选址方式，依据中须有文号（如“发改〔2026〕1号”）；有操作的（含清退）另须有操作理由。缺一项即不通过；文件内容由人核对。清单中没有项目的不适用，没有清单的证据不足。',
  layers: [PROJECTS],
  basis: [scheme('三（五）重点项目清单'), suggestedRow],
  parameters: [],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    const { projects } = register;
    if (projects.length === 0) return emptyList();
    const found = projects
      .map((project) => ({ project, lacks: lacking(project) }))
      .filter(({ lacks }) => lacks.length > 0);
    const measure = { before: null, after: found.length, limit: 0, unit: '项' };
    if (found.length === 0) {
      return {
        outcome: 'pass',
        measure,
        explanation: `维护后清单 ${projects.length} 个项目的要素、依据文号和操作理由齐全；依据文件的内容需人工核对。`,
      };
    }
    return {
      outcome: 'fail',
      measure,
      explanation: `维护后清单 ${projects.length} 个项目中有 ${found.length} 个要素不全：${listed(
        found.map(({ project, lacks }) => `${projectWords(project)}（缺${lacks.join('、')}）`),
      )}。`,
      tables: [
        {
          title: '要素不全的项目',
          columns: ['工作表', '行', '项目编号', '项目名称', '缺少的内容'].map((title) => ({
            title,
            unit: '',
          })),
          rows: found.map(({ project: { row }, lacks }) => [
            row.sheet || null,
            row.row,
            row.number,
            row.name,
            lacks.join('、'),
          ]),
          note: '行号是清单表格（没有表格时是图层要素）的序号，自 1 起。',
        },
      ],
      evidence: found.flatMap(({ project, lacks }) =>
        groundEvidence(
          context,
          'maintained',
          project.features,
          `${projectWords(project)}：缺${lacks.join('、')}`,
        ),
      ),
    };
  },
};

function lacking({ row }: Project): string[] {
  const lacks = row.operation === 'withdraw' ? [] : lackingOfKept(row);
  return row.operation !== null && row.reason === null ? [...lacks, projectTitle('reason')] : lacks;
}

function lackingOfKept(row: ProjectRow): string[] {
  const lacks: string[] = needed.filter((key) => row[key] === null).map(projectTitle);
  if (row.level !== null && projectLevel(row.level) === undefined) {
    lacks.push(`能辨认的项目级别（写的是“${row.level}”）`);
  }
  if (row.area === 0) lacks.push('大于 0 的用地规模');
  if (row.basis === null) lacks.push(projectTitle('basis'));
  else if (!hasDocumentNumber(row.basis)) lacks.push('依据的文号');
  return lacks;
}
