import { layerSpec, projectLevel } from '@tuheng/standard';
import type { Evidence, VerdictTable } from '../../review.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { hasDocumentNumber } from '../document-number.ts';
import { farmlandMeasures, redLineNotice, scheme } from '../documents.ts';
import { farmlandOccupation } from './project-documents.ts';
import {
  type ProjectFinding,
  type ProjectGround,
  piecesOf,
  projectGround,
  projectsWithin,
} from './project-ground.ts';
import {
  emptyList,
  listed,
  noList,
  PROJECTS,
  type Project,
  projectRegister,
  projectWords,
} from './project-register.ts';

/** Layers without which nothing can be said of a project. */
const needed = ['STBHHX', 'YJJBNTBHTB'] as const;

/**
 * 选址与三线、耕地、分区叠加. A project that takes 永久基本农田 or 生态保护红线 can be lawful only by an approval that no data hold, so it never
 * passes: it fails where the list hides it or names no document for it, or where the law leaves it no way, and is undetermined else.
 */
export const projectsSiting: Rule = {
  id: 'projects.siting',
  title: '项目选址避让三条控制线',
  chapter: 'projects',
  algorithm:
    '保留项目的图形与维护后的生态保护红线、永久基本农田、城镇开发边界、耕地保护目标、规划分区和现状地类（DLTB）求交，扣除噪声，列出椭球面积。' +
    '占用永久基本农田的：只有确实难以避让的国家规定的重大建设项目可以占用，须国务院批准并补划——清单没有写占永久基本农田面积（ZYNMJ），或依据没有文号的不通过，其余证据不足（是否属于规定的重大建设项目、批准和补划由人核对）。' +
    '占用生态保护红线的：核心保护区（ZRBHDFQ 含“核心”）以外限十类有限人为活动，新增建设用地须省级人民政府认定意见；此外只有国家重大项目可凭省级不可避让论证意见占用——清单没有写占生态保护红线面积（ZHXMJ），依据没有文号，或占用核心保护区而不是国家级项目的不通过，其余证据不足（省级意见由人核对）。' +
    '都不占用的通过；占用耕地只列面积，占补由人核对，全县耕地由 cultivated.area 判定。没有图形、缺红线或永久基本农田图层的证据不足；清单中没有项目的不适用。',
  layers: [PROJECTS, 'STBHHX', 'YJJBNTBHTB', 'CZKFBJ', 'GDBHMB', 'GHFQ', 'DLTB'],
  basis: [
    scheme('二（三）3 重点建设项目清单；三（一）2（3）'),
    farmlandMeasures,
    farmlandOccupation,
    redLineNotice,
  ],
  parameters: [],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    if (register.kept.length === 0) return emptyList();
    const findings = register.kept.map((project) => findingOf(context, project));
    const faults = findings.filter((one) => one.faults.length > 0);
    const open = findings.filter((one) => one.open.length > 0);
    const total = (of: (ground: ProjectGround) => number | undefined): number =>
      findings.reduce((sum, { ground }) => sum + ((ground && of(ground)) ?? 0), 0);
    const lines = total(({ redLine }) => redLine) + total(({ farmland }) => farmland);
    const told = (one: ProjectFinding, what: readonly string[]): string =>
      `${projectWords(one.project)}（${what.join('，')}）`;
    return {
      outcome: faults.length > 0 ? 'fail' : open.length > 0 ? 'undetermined' : 'pass',
      measure: { before: null, after: lines, limit: 0, unit: 'm²' },
      explanation:
        `${findings.length} 个项目图形面积合计 ${hectares(total(({ area }) => area))}，占用生态保护红线 ${hectares(total(({ redLine }) => redLine))}、` +
        `永久基本农田 ${hectares(total(({ farmland }) => farmland))}，现状耕地 ${hectares(total(({ cultivated }) => cultivated))}（占用耕地须落实占补平衡）。` +
        (faults.length > 0
          ? `${faults.length} 个项目占用控制线没有合法途径或依据：${listed(faults.map((one) => told(one, one.faults)))}。`
          : open.length > 0
            ? `${open.length} 个项目不能认定：${listed(open.map((one) => told(one, one.open)))}。`
            : '选址均避让生态保护红线和永久基本农田。'),
      ...(faults.length === 0 && open.length > 0
        ? {
            reasons: open.flatMap((one) =>
              one.open.map((reason) => `${projectWords(one.project)}：${reason}`),
            ),
          }
        : {}),
      tables: [table(findings), zoneTable(findings)],
      evidence: faults.flatMap((one) => evidenceOf(context, one)),
    };
  },
};

function findingOf(context: RuleContext, project: Project): ProjectFinding {
  if (project.features.length === 0) {
    return { project, ground: undefined, faults: [], open: ['没有图形，无法叠加'] };
  }
  const absent = needed.filter((code) => !context.layer('maintained', code));
  const ground = projectGround(context, project);
  const judged = [farmlandFinding(project, ground), redLineFinding(project, ground)];
  return {
    project,
    ground,
    faults: judged.flatMap(({ faults }) => faults),
    open: [
      ...absent.map((code) => `缺少维护后的${layerSpec(code)!.title}（${code}）`),
      ...judged.flatMap(({ open }) => open),
    ],
  };
}

const nothing = { faults: [] as string[], open: [] as string[] };

function farmlandFinding({ row }: Project, { farmland = 0 }: ProjectGround): typeof nothing {
  if (farmland === 0) return nothing;
  const taken = `占用永久基本农田 ${hectares(farmland)}`;
  if (!(row.farmland! > 0)) return { faults: [`${taken}，清单没有写明`], open: [] };
  if (!hasDocumentNumber(row.basis)) return { faults: [`${taken}，依据没有文号`], open: [] };
  return {
    faults: [],
    open: [
      `${taken}，须核对属于国家规定的重大建设项目且确实难以避让、国务院批准农用地转用和土地征收、补划方案`,
    ],
  };
}

function redLineFinding({ row }: Project, { redLine = 0, core = 0 }: ProjectGround): typeof nothing {
  if (redLine === 0) return nothing;
  const taken = `占用生态保护红线 ${hectares(redLine)}${core > 0 ? `（其中自然保护地核心保护区 ${hectares(core)}）` : ''}`;
  const national = projectLevel(row.level) === 'national';
  if (!(row.redLine! > 0)) return { faults: [`${taken}，清单没有写明`], open: [] };
  if (!hasDocumentNumber(row.basis)) return { faults: [`${taken}，依据没有文号`], open: [] };
  if (core > 0 && !national) {
    return { faults: [`${taken}，核心保护区内不适用有限人为活动，又不是国家级项目`], open: [] };
  }
  const ways = [
    ...(core > 0 ? [] : ['属于有限人为活动的，须有省级人民政府认定意见']),
    ...(national ? ['属于国家重大项目的，须有省级不可避让论证意见'] : []),
  ];
  return { faults: [], open: [`${taken}，${ways.join('；')}`] };
}

function table(findings: readonly ProjectFinding[]): VerdictTable {
  const areas = [
    ['图形面积', ({ area }: ProjectGround) => area],
    ['生态保护红线', ({ redLine }: ProjectGround) => redLine],
    ['永久基本农田', ({ farmland }: ProjectGround) => farmland],
    ['城镇开发边界内', ({ boundary }: ProjectGround) => boundary],
    ['现状耕地', ({ cultivated }: ProjectGround) => cultivated],
    ['耕地保护目标', ({ target }: ProjectGround) => target],
  ] as const;
  return {
    title: '项目选址叠加',
    columns: [
      { title: '项目编号', unit: '' },
      { title: '项目名称', unit: '' },
      ...areas.map(([title]) => ({ title, unit: 'm²' })),
    ],
    rows: findings.map(({ project: { row }, ground }) => [
      row.number,
      row.name,
      ...areas.map(([, of]) => (ground && of(ground)) ?? null),
    ]),
    note: '面积为椭球面积，小于容差的缝隙不计；空白的没有图形或缺少图层。',
  };
}

function zoneTable(findings: readonly ProjectFinding[]): VerdictTable {
  return {
    title: '项目所在规划分区',
    columns: [
      { title: '项目编号', unit: '' },
      { title: '项目名称', unit: '' },
      { title: '规划分区', unit: '' },
      { title: '面积', unit: 'm²' },
    ],
    rows: findings.flatMap(({ project: { row }, ground }) =>
      (ground?.zones ?? []).map(({ name, area }) => [row.number, row.name, name, area]),
    ),
    note: '',
  };
}

function evidenceOf(context: RuleContext, { project, faults }: ProjectFinding): Evidence[] {
  const owner = context.layer('maintained', PROJECTS)!.layer;
  const features = new Set(project.features);
  return needed.flatMap((code) => {
    const pieces = projectsWithin(context, code);
    const own = pieces ? piecesOf(pieces, features) : [];
    return own.map((k) =>
      context.evidence(pieces!.polygons, k, {
        code: PROJECTS,
        side: 'maintained',
        label: `${projectWords(project)}占用${layerSpec(code)!.title}：${faults.join('，')}`,
        owner,
        row: pieces!.left[k]!,
      }),
    );
  });
}
