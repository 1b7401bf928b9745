import { projectSiting } from '@tuheng/standard';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { boundaryMeasures, scheme } from '../documents.ts';
import { urbanLandOutside } from './project-documents.ts';
import { type ProjectFinding, piecesOf, projectGround, projectsWithin } from './project-ground.ts';
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

const restrictedZones: Parameter = {
  name: 'restrictedZones',
  title: '项目须人工核对准入的规划分区',
  value: '生态保护区、生态控制区、农田保护区',
  unit: '',
  free: 'text',
  source: '本项目建议：各规划分区的准入规则未核实（docs/sources.md §2.6 只有分区名称和定义）',
  confidence: 'none',
};

/**
 * 项目属于清单的范围: 单独选址, or 边界外独立城镇建设用地, which has to lie outside the boundary. What the plan's zones admit and the state's
 * industrial policy are for people, unless a parameter or the row itself says it. The three lines are asked by projects.siting.
 */
export const projectsEligibility: Rule = {
  id: 'projects.eligibility',
  title: '项目符合清单准入条件',
  chapter: 'projects',
  algorithm:
    '保留的每个项目：选址方式须是“单独选址”或“边界外独立城镇建设用地”，是别的即不通过，没有写的证据不足；边界外独立城镇建设用地的图形与城镇开发边界（CZKFBJ）求交，扣除噪声后有任一图块在边界内即不通过；单独选址的有图块在边界内的证据不足（是否属于单独选址由人认定）。' +
    '图形落入参数所列规划分区（GHFQ，按名称）的证据不足（准入由人核对）；增补、修改的项目，依据、操作理由、备注中没有说明符合国家产业政策（出现“产业政策”而不是“不符合”）的证据不足。没有图形、缺图层的证据不足；清单中没有项目的不适用。三条控制线由 projects.siting 判定。',
  layers: [PROJECTS, 'CZKFBJ', 'GHFQ'],
  basis: [scheme('二（三）3 重点建设项目清单'), boundaryMeasures, urbanLandOutside],
  parameters: [restrictedZones],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    if (register.kept.length === 0) return emptyList();
    const zones = String(context.parameter(projectsEligibility.id, restrictedZones).value).split('、');
    const findings = register.kept.map((project) => findingOf(context, project, zones));
    const faults = findings.filter((one) => one.faults.length > 0);
    const open = findings.filter((one) => one.open.length > 0);
    const told = (one: ProjectFinding, what: readonly string[]): string =>
      `${projectWords(one.project)}（${what.join('，')}）`;
    return {
      outcome: faults.length > 0 ? 'fail' : open.length > 0 ? 'undetermined' : 'pass',
      measure: { before: null, after: faults.length, limit: 0, unit: '项' },
      explanation:
        `维护后清单保留 ${register.kept.length} 个项目：${siting(findings)}。` +
        (faults.length > 0
          ? `${faults.length} 个不符合准入条件：${listed(faults.map((one) => told(one, one.faults)))}。`
          : open.length > 0
            ? `${open.length} 个不能认定：${listed(open.map((one) => told(one, one.open)))}。`
            : '均符合选址方式和规划分区的要求，新纳入和修改的项目均写明符合国家产业政策；所写内容需人工核对。'),
      ...(faults.length === 0 && open.length > 0
        ? {
            reasons: open.flatMap((one) =>
              one.open.map((reason) => `${projectWords(one.project)}：${reason}`),
            ),
          }
        : {}),
      tables: [table(findings)],
      evidence: faults.flatMap((one) => evidenceOf(context, one)),
    };
  },
};

function findingOf(context: RuleContext, project: Project, restricted: readonly string[]): ProjectFinding {
  const { row } = project;
  const way = projectSiting(row.siting);
  const ground = project.features.length > 0 ? projectGround(context, project) : undefined;
  const faults: string[] = [];
  const open: string[] = [];
  if (row.siting === null) open.push('没有写明选址方式');
  else if (!way) faults.push(`选址方式“${row.siting}”不是单独选址或边界外独立城镇建设用地`);
  if (!ground) open.push('没有图形');
  else if (ground.boundary === undefined) open.push('缺少维护后的城镇开发边界（CZKFBJ）');
  else if (ground.boundary > 0 && way === 'independentUrban') {
    faults.push(`${hectares(ground.boundary)} 在城镇开发边界内`);
  } else if (ground.boundary > 0) {
    open.push(`${hectares(ground.boundary)} 在城镇开发边界内，是否属于单独选址须人工认定`);
  }
  if (ground && !ground.zones) open.push('缺少维护后的规划分区（GHFQ）');
  for (const { name, area } of ground?.zones ?? []) {
    if (restricted.includes(name)) open.push(`${hectares(area)} 在${name}，准入须人工核对`);
  }
  if ((row.operation === 'add' || row.operation === 'amend') && !saysPolicy(project)) {
    open.push('没有说明是否符合国家产业政策');
  }
  return { project, ground, faults, open };
}

/** Whether the row says that the project agrees with the industrial policy of the state. */
function saysPolicy({ row }: Project): boolean {
  const text = [row.basis, row.reason, row.remark].join('；');
  return text.includes('产业政策') && !/不符合[^；，。]*产业政策/.test(text);
}

function siting(findings: readonly ProjectFinding[]): string {
  const count = (way: ReturnType<typeof projectSiting>): number =>
    findings.filter(({ project }) => projectSiting(project.row.siting) === way).length;
  const urban = findings
    .filter(({ project }) => projectSiting(project.row.siting) === 'independentUrban')
    .reduce((sum, { ground }) => sum + (ground?.area ?? 0), 0);
  const counted = urban > 0 ? `（合计 ${hectares(urban)}，新增的计入扩展倍数）` : '';
  return `单独选址 ${count('separate')} 个，边界外独立城镇建设用地 ${count('independentUrban')} 个${counted}，其他 ${count(undefined)} 个`;
}

function table(findings: readonly ProjectFinding[]): VerdictTable {
  return {
    title: '项目准入核对',
    columns: [
      { title: '项目编号', unit: '' },
      { title: '项目名称', unit: '' },
      { title: '选址方式', unit: '' },
      { title: '图形面积', unit: 'm²' },
      { title: '在城镇开发边界内', unit: 'm²' },
      { title: '规划分区', unit: '' },
      { title: '核对结果', unit: '' },
    ],
    rows: findings.map(({ project: { row }, ground, faults, open }) => [
      row.number,
      row.name,
      row.siting,
      ground?.area ?? null,
      ground?.boundary ?? null,
      ground?.zones?.map(({ name }) => name).join('、') ?? null,
      [...faults, ...open].join('；') || '符合',
    ]),
    note: '面积为椭球面积。',
  };
}

/** The part inside the boundary where that is the fault, or else the whole project. */
function evidenceOf(context: RuleContext, { project, faults }: ProjectFinding): Evidence[] {
  const label = `${projectWords(project)}：${faults.join('，')}`;
  const pieces = projectsWithin(context, 'CZKFBJ');
  const inside =
    pieces && projectSiting(project.row.siting) === 'independentUrban'
      ? piecesOf(pieces, new Set(project.features))
      : [];
  if (!pieces || inside.length === 0) return groundEvidence(context, 'maintained', project.features, label);
  const owner = context.layer('maintained', PROJECTS)!.layer;
  return inside.map((k) =>
    context.evidence(pieces.polygons, k, {
      code: PROJECTS,
      side: 'maintained',
      label,
      owner,
      row: pieces.left[k]!,
    }),
  );
}
