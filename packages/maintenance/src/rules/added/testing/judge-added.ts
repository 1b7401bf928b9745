import { loadKernelOverlay } from '@tuheng/geometry';
import type { AddedRule, LoadedProfile, Profile, TargetsFile } from '@tuheng/standard';
import type { Verdict } from '../../../review.ts';
import { reviewPlans } from '../../../review-plans.ts';
import { layerOf, planOf, type Row } from '../../../testing/plans.ts';

/** A rule on the ground of a class of land use; tests change what they are about. */
export const forest: AddedRule = {
  id: 'hlj.forest-not-reduced',
  title: '林地不减少',
  layer: 'GHYDYH',
  where: { field: 'YDYHFLDM', startsWith: ['03'] },
  measure: 'area',
  compare: 'notLess',
  limit: 'filed',
  source: '省实施细则第 5 条',
  basis: [{ document: '省实施细则', article: '第 5 条' }],
};

export function profileWith(more: Partial<Profile>, name = '某省'): LoadedProfile {
  const profile: Profile = { schema: 'tuheng.profile/1', name, ...more };
  return { profile, name: `${name}.json`, digest: `digest of ${name}` };
}

/** Rows by layer. */
export type Layers = Readonly<Record<string, readonly Row[]>>;

/** The verdict of an added rule on two small databases. */
export async function judgeAdded(
  rule: AddedRule,
  filed: Layers,
  maintained: Layers,
  more: {
    readonly profiles?: readonly LoadedProfile[];
    readonly targets?: TargetsFile;
    readonly base?: Layers;
  } = {},
): Promise<Verdict> {
  const plan = (name: string, layers: Layers) =>
    planOf(name, ...Object.entries(layers).map(([code, rows]) => layerOf(code, rows)));
  const { review } = await reviewPlans({
    filed: plan('备案', filed),
    maintained: plan('维护后', maintained),
    ...(more.base && { base: plan('基础数据', more.base) }),
    ...(more.targets && { targets: { file: more.targets, name: 'targets.json', digest: 'targets' } }),
    profiles: [profileWith({ added: [rule] }), ...(more.profiles ?? [])],
    overlay: await loadKernelOverlay(0.0001),
    date: '20261130',
  });
  return review.verdicts.find((one) => one.rule === rule.id)!;
}
