import type { Rule } from '../../rule.ts';
import { noMeasure } from '../../rule.ts';
import { scheme } from '../documents.ts';
import {
  groundEvidence,
  listed,
  noList,
  PROJECTS,
  projectRegister,
  projectWords,
} from './project-register.ts';

/** 清退的项目已不在清单和图上: a withdrawn project is in no other row of B's list and has no ground in B. */
export const projectsWithdrawnGone: Rule = {
  id: 'projects.withdrawn-gone',
  title: '清退的项目已退出清单和图形',
  chapter: 'projects',
  algorithm:
    '维护后清单中操作为清退的每个项目：同一编号（没有编号的按名称）在保留的行中还有，或图层 ZDJSXM 中还有它的图形，即不通过。没有清退项目的不适用。清单由图层读出时，清退只能标在图形上，是否退出不能判定，证据不足；没有图层 ZDJSXM 的，只核对清单。',
  layers: [PROJECTS],
  basis: [scheme('二（三）3 重点建设项目清单；三（五）重点项目清单')],
  parameters: [],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    const { withdrawn, kept, list } = register;
    if (withdrawn.length === 0) {
      return {
        outcome: 'notApplicable',
        measure: noMeasure('项'),
        explanation: '本次没有清退的项目，本条不适用。',
      };
    }
    const stillListed = withdrawn.filter(({ key }) => kept.some((project) => project.key === key));
    const fromLayer = list.format === 'layer';
    const stillDrawn = fromLayer ? [] : withdrawn.filter(({ features }) => features.length > 0);
    const left = new Set([...stillListed, ...stillDrawn]);
    const measure = { before: withdrawn.length, after: left.size, limit: 0, unit: '项' };
    if (left.size > 0) {
      const where = (project: (typeof withdrawn)[number]): string =>
        [
          ...(stillListed.includes(project) ? ['清单中仍有'] : []),
          ...(stillDrawn.includes(project) ? ['图层中仍有图形'] : []),
        ].join('，');
      return {
        outcome: 'fail',
        measure,
        explanation: `清退 ${withdrawn.length} 个项目，其中 ${left.size} 个没有退出：${listed(
          [...left].map((project) => `${projectWords(project)}（${where(project)}）`),
        )}。`,
        evidence: [...left].flatMap((project) =>
          groundEvidence(
            context,
            'maintained',
            project.features,
            `${projectWords(project)}：已清退，${where(project)}`,
          ),
        ),
      };
    }
    const names = listed(withdrawn.map(projectWords));
    if (fromLayer) {
      const reason = `清单由图层 ${PROJECTS} 读出，清退的 ${withdrawn.length} 个项目仍以图形标明，请另附清单表格并从图层中删去`;
      return {
        outcome: 'undetermined',
        measure,
        explanation: `清退 ${names}；${reason}。`,
        reasons: [reason],
      };
    }
    return {
      outcome: 'pass',
      measure,
      explanation: `清退 ${withdrawn.length} 个项目（${names}），均已退出保留的清单${register.layer ? '和图层' : ''}。`,
    };
  },
};
