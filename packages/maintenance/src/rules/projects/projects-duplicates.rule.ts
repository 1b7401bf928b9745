import { selectFeatures } from '@tuheng/geometry';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter } from '../../review.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares, percent } from '../../wording.ts';
import { scheme } from '../documents.ts';
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

const overlapShare: Parameter = {
  name: 'overlapShare',
  title: '视为同一用地的重叠比例',
  value: 50,
  unit: '%',
  source: '本项目建议（道路与管线等项目可以交叉，重复的判断标准未见规定，未核实）',
  confidence: 'suggestion',
};

/** Two projects whose ground overlaps. */
interface Shared {
  readonly a: Project;
  readonly b: Project;
  /** m² ellipsoid. */
  readonly area: number;
  /** Of the smaller of the two. */
  readonly share: number;
  readonly evidence: readonly Evidence[];
}

/** 项目不重复: no number and no name twice, and no ground listed twice. Projects may cross; whether two that do are one is for people. */
export const projectsDuplicates: Rule = {
  id: 'projects.duplicates',
  title: '项目不重复列入',
  chapter: 'projects',
  algorithm:
    '维护后清单保留的项目：项目编号相同、项目名称相同（去掉空白后）的不通过；图层 ZDJSXM 中不同项目的图形两两求交，扣除噪声，重叠面积 ÷ 其中较小项目的面积 ≥ “视为同一用地的重叠比例”的不通过，小于的证据不足（是否合理交叉由人核对）。清单中没有项目的不适用，没有清单的证据不足；没有图层的只比编号和名称。',
  layers: [PROJECTS],
  basis: [scheme('三（五）重点项目清单')],
  parameters: [overlapShare],
  judge(context) {
    const register = projectRegister(context, 'maintained');
    if (!register) return noList('maintained');
    if (register.kept.length === 0) return emptyList();
    const most = Number(context.parameter(projectsDuplicates.id, overlapShare).value) / 100;
    const same = [
      ...repeated(register.kept, ({ row }) => row.number, '编号'),
      ...repeated(register.kept, ({ row }) => row.name?.replace(/\s+/g, '') ?? null, '名称'),
    ];
    const shared = register.layer ? sharedGround(context, register.kept) : [];
    const doubled = shared.filter(({ share }) => share >= most);
    const crossing = shared.filter(({ share }) => share < most);
    const told = ({ a, b, area, share }: Shared): string =>
      `${projectWords(a)}与${projectWords(b)}重叠 ${hectares(area)}（占较小者 ${percent(share)}）`;
    const faults = [...same.map(({ words }) => words), ...doubled.map(told)];
    return {
      outcome: faults.length > 0 ? 'fail' : crossing.length > 0 ? 'undetermined' : 'pass',
      measure: { before: null, after: faults.length, limit: 0, unit: '处' },
      explanation:
        faults.length > 0
          ? `清单有 ${faults.length} 处重复：${listed(faults)}。`
          : crossing.length > 0
            ? `${register.kept.length} 个项目编号、名称不重复；有 ${crossing.length} 处用地交叉：${listed(crossing.map(told))}。`
            : `${register.kept.length} 个项目的编号、名称、用地都不重复。`,
      ...(faults.length === 0 && crossing.length > 0
        ? { reasons: crossing.map((one) => `${told(one)}，是否属于合理交叉须人工核对`) }
        : {}),
      evidence: [
        ...same.flatMap(({ projects, words }) =>
          projects.flatMap(({ features }) => groundEvidence(context, 'maintained', features, words)),
        ),
        ...doubled.flatMap(({ evidence }) => evidence),
      ],
    };
  },
};

function repeated(
  projects: readonly Project[],
  of: (project: Project) => string | null,
  what: string,
): { readonly words: string; readonly projects: readonly Project[] }[] {
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const value = of(project);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), project]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([value, members]) => ({
      words: `${what}“${value}”有 ${members.length} 项：${members.map(projectWords).join('、')}`,
      projects: distinctGround(members),
    }));
}

/** Rows of one number share their features: each feature is shown once. */
function distinctGround(projects: readonly Project[]): Project[] {
  const seen = new Set<number>();
  return projects.filter(({ features }) => {
    const fresh = features.some((f) => !seen.has(f));
    for (const f of features) seen.add(f);
    return fresh;
  });
}

function sharedGround(context: RuleContext, kept: readonly Project[]): Shared[] {
  const { polygons, layer } = context.layer('maintained', PROJECTS)!;
  const owners = new Map<number, Project>();
  for (const project of kept) for (const f of project.features) owners.set(f, project);
  const rows = [...owners.keys()].sort((a, b) => a - b);
  const own = selectFeatures(polygons, rows);
  const ownerAt = (k: number): Project => owners.get(rows[k]!)!;
  const pieces = context.overlay.intersect(
    own,
    own,
    (left, right) => left < right && ownerAt(left).key !== ownerAt(right).key,
  );
  const { real } = splitNoise(pieces, context.tolerance);
  const pairs = new Map<string, number[]>();
  for (const k of real.left.keys()) {
    if (real.left[k]! >= real.right[k]! || ownerAt(real.left[k]!).key === ownerAt(real.right[k]!).key)
      continue;
    const key = JSON.stringify([ownerAt(real.left[k]!).key, ownerAt(real.right[k]!).key].sort());
    pairs.set(key, [...(pairs.get(key) ?? []), k]);
  }
  const areaOf = ({ features }: Project): number =>
    features.reduce((sum, f) => sum + context.measure.ellipsoid(polygons, f), 0);
  return [...pairs.values()].map((own): Shared => {
    const [a, b] = [ownerAt(real.left[own[0]!]!), ownerAt(real.right[own[0]!]!)];
    const area = own.reduce((sum, k) => sum + context.measure.ellipsoid(real.polygons, k), 0);
    return {
      a,
      b,
      area,
      share: area / Math.min(areaOf(a), areaOf(b)),
      evidence: own.map((k) =>
        context.evidence(real.polygons, k, {
          code: PROJECTS,
          side: 'maintained',
          label: `${projectWords(a)}与${projectWords(b)}重叠`,
          owner: layer,
          row: rows[real.left[k]!]!,
        }),
      ),
    };
  });
}
