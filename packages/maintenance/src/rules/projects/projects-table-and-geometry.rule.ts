import { type ProjectColumnKey, projectTitle, textAt } from '@tuheng/standard';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { suggestedRow } from './project-documents.ts';
import { type ProjectGround, projectGround } from './project-ground.ts';
import {
  emptyList,
  groundEvidence,
  listed,
  noList,
  PROJECTS,
  type Project,
  type ProjectRegister,
  projectRegister,
  projectWords,
} from './project-register.ts';

const tolerance: Parameter = {
  name: 'tolerance',
  title: '清单面积与图形面积的容许差',
  value: 1,
  unit: '%',
  source: '本项目建议（清单面积取自立项文件，与图形的容许差未见规定，未核实）',
  confidence: 'suggestion',
};

/** m²: half of the last decimal of areas in hectares with two decimals, as lists print them. */
const ROUNDING = 50;

/** Figures of a row, and what the ground says instead. */
const figures: readonly (readonly [
  key: ProjectColumnKey & ('area' | 'newArea' | 'cultivated' | 'farmland' | 'redLine'),
  of: (ground: ProjectGround) => number | undefined,
])[] = [
  ['area', ({ area }) => area],
  ['newArea', ({ unbuilt }) => unbuilt],
  ['cultivated', ({ cultivated }) => cultivated],
  ['farmland', ({ farmland }) => farmland],
  ['redLine', ({ redLine }) => redLine],
];

interface Figure {
  readonly project: Project;
  readonly title: string;
  readonly stated: number;
  readonly computed: number;
  readonly agrees: boolean;
}

/** 表图一致: every kept project has its ground, every ground its row, and the figures of the row are those of the ground. */
export const projectsTableAndGeometry: Rule = {
  id: 'projects.table-and-geometry',
  title: '项目清单与图形一致',
  chapter: 'projects',
  algorithm:
    '维护后清单保留的项目与图层 ZDJSXM 按项目编号（没有编号的按名称）对应：有行无图形、有图形无行、名称不同的不通过。' +
    '清单写明的用地规模、新增建设用地、占耕地、占永久基本农田、占生态保护红线面积，与图形的椭球面积、图形在现状非建设用地（DLTB）、现状耕地（DLTB 01）、永久基本农田、生态保护红线上的椭球面积相比，差大于“容许差”×图形面积 + 50 m²（公顷两位小数的半位）的不通过；没有写的、缺图层算不出的不比。' +
    '清单是由图层读出的，只比面积。没有图层 ZDJSXM 的证据不足；清单中没有项目、图层也没有要素的不适用。',
  layers: [PROJECTS, 'DLTB', 'YJJBNTBHTB', 'STBHHX'],
  basis: [scheme('一（五）成果统一，数据联动'), suggestedRow],
  parameters: [tolerance],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    const { kept, layer, unlisted } = register;
    if (kept.length === 0 && unlisted.length === 0) return emptyList();
    if (!layer) {
      return missing(
        '项',
        `维护后数据库没有重点建设项目图层（${PROJECTS}），清单的 ${kept.length} 个项目没有图形可以核对`,
      );
    }
    const share = Number(context.parameter(projectsTableAndGeometry.id, tolerance).value) / 100;
    const unplaced = kept.filter(({ features }) => features.length === 0);
    const misnamed = kept.filter((project) => namesOnMap(register, project).length > 0);
    const compared = kept.flatMap((project) => figuresOf(context, project, share));
    const wrong = compared.filter(({ agrees }) => !agrees);
    const sentences = [
      ...(unplaced.length > 0
        ? [`${unplaced.length} 个项目没有图形：${listed(unplaced.map(projectWords))}`]
        : []),
      ...(unlisted.length > 0 ? [`${unlisted.length} 个图形不在清单中`] : []),
      ...(misnamed.length > 0
        ? [
            `${misnamed.length} 个项目图上名称不同：${listed(
              misnamed.map(
                (project) => `${projectWords(project)}（图上为${namesOnMap(register, project).join('、')}）`,
              ),
            )}`,
          ]
        : []),
      ...(wrong.length > 0
        ? [
            `${wrong.length} 个面积与图形不符：${listed(
              wrong.map(
                ({ project, title, stated, computed }) =>
                  `${projectWords(project)}${title}写 ${hectares(stated)}、图形 ${hectares(computed)}`,
              ),
            )}`,
          ]
        : []),
    ];
    const count = unplaced.length + unlisted.length + misnamed.length + wrong.length;
    return {
      outcome: count > 0 ? 'fail' : 'pass',
      measure: { before: null, after: count, limit: 0, unit: '处' },
      explanation:
        count > 0
          ? `清单与图形不一致：${sentences.join('；')}。`
          : `清单 ${kept.length} 个项目都有图形，${compared.length} 个写明的面积与图形之差都在容许差以内。`,
      tables: [areaTable(compared)],
      evidence: [
        ...unlisted.flatMap((f) => groundEvidence(context, 'maintained', [f], '图形不在清单中')),
        ...misnamed.flatMap((project) =>
          groundEvidence(context, 'maintained', project.features, `${projectWords(project)}：图上名称不同`),
        ),
        ...wrongEvidence(context, wrong),
        ...unplaced.flatMap((project) => formerGround(context, project)),
      ],
    };
  },
};

/** Names under which the layer has the project, where they are others than the row's. */
function namesOnMap({ layer }: ProjectRegister, { row, features }: Project): string[] {
  const names = features.map((f) => textAt(layer!.layer, 'XMMC', f)?.trim() ?? '');
  return [...new Set(names.filter((name) => name !== '' && row.name !== null && name !== row.name))];
}

function figuresOf(context: RuleContext, project: Project, share: number): Figure[] {
  if (project.features.length === 0) return [];
  const ground = projectGround(context, project);
  return figures.flatMap(([key, of]) => {
    const stated = project.row[key];
    const computed = of(ground);
    if (stated === null || computed === undefined) return [];
    const agrees = Math.abs(stated - computed) <= share * ground.area + ROUNDING;
    return [{ project, title: projectTitle(key), stated, computed, agrees }];
  });
}

function wrongEvidence(context: RuleContext, wrong: readonly Figure[]): Evidence[] {
  const projects = new Map(wrong.map(({ project }) => [project.key, project]));
  return [...projects.values()].flatMap((project) => {
    const titles = wrong.filter((figure) => figure.project === project).map(({ title }) => title);
    const label = `${projectWords(project)}：${titles.join('、')}与图形不符`;
    return groundEvidence(context, 'maintained', project.features, label);
  });
}

/** Where a project without ground lay in A: all that a map can show of it. */
function formerGround(context: RuleContext, { key, row }: Project): Evidence[] {
  const former = projectRegister(context, 'filed')?.kept.find((project) => project.key === key);
  const label = `${projectWords({ row })}：维护后没有图形，这是备案的图形`;
  return former ? groundEvidence(context, 'filed', former.features, label) : [];
}

function areaTable(compared: readonly Figure[]): VerdictTable {
  return {
    title: '清单面积与图形面积',
    columns: [
      { title: '项目编号', unit: '' },
      { title: '项目名称', unit: '' },
      { title: '内容', unit: '' },
      { title: '清单', unit: 'm²' },
      { title: '图形', unit: 'm²' },
      { title: '核对结果', unit: '' },
    ],
    rows: compared.map(({ project: { row }, title, stated, computed, agrees }) => [
      row.number,
      row.name,
      title,
      stated,
      computed,
      agrees ? '一致' : '不一致',
    ]),
    note: '图形面积为椭球面积；新增建设用地按现状非建设用地计，占耕地按现状耕地计。',
  };
}
