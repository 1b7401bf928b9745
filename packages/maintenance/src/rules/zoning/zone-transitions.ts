import type { Provenance, ZoneFamily } from '@tuheng/standard';

/** A change of the level-1 zone that may not be, or that must be explained. */
export interface ZoneTransition extends Provenance {
  readonly from: ZoneFamily | 'any';
  readonly to: ZoneFamily;
  readonly kind: 'forbidden' | 'explain';
  /** Why, in Chinese, as an opinion may quote it. */
  readonly why: string;
}

const redLine: Provenance = {
  source: 'docs/sources.md §5.4、§2.6：生态保护区即生态保护红线，红线内不得开发建设；转换表为本项目据此推定',
  confidence: 'derived',
};
const farmland: Provenance = {
  source: 'docs/sources.md §5.3、方案三（一）1：永久基本农田数量不减；转换表为本项目据此推定',
  confidence: 'derived',
};
const scheme: Provenance = {
  source: '方案二（三）3、三（二）：可优化布局，主导功能须基本稳定；是否允许由人判断',
  confidence: 'derived',
};

/**
 * The transitions that are not free, the stricter before the others: the first that fits a change decides. All others (within a
 * level-1 zone, and into 生态保护区, 生态控制区, 农田保护区 and 乡村发展区 from elsewhere) need no word of their own here; the lines
 * behind them have rules of their own.
 */
export const zoneTransitions: readonly ZoneTransition[] = [
  {
    from: 'ecological-protection',
    to: 'urban',
    kind: 'forbidden',
    why: '生态保护区不得转为城镇发展区',
    ...redLine,
  },
  {
    from: 'ecological-protection',
    to: 'mineral-energy',
    kind: 'forbidden',
    why: '生态保护区不得转为矿产能源发展区',
    ...redLine,
  },
  {
    from: 'farmland-protection',
    to: 'mineral-energy',
    kind: 'forbidden',
    why: '农田保护区不得转为矿产能源发展区',
    ...farmland,
  },
  {
    from: 'ecological-protection',
    to: 'rural',
    kind: 'explain',
    why: '生态保护区转为乡村发展区须说明理由',
    ...redLine,
  },
  {
    from: 'farmland-protection',
    to: 'urban',
    kind: 'explain',
    why: '农田保护区转为城镇发展区须说明理由',
    ...farmland,
  },
  {
    from: 'ecological-control',
    to: 'urban',
    kind: 'explain',
    why: '生态控制区转为城镇发展区须说明理由',
    ...scheme,
  },
  { from: 'any', to: 'mineral-energy', kind: 'explain', why: '新增矿产能源发展区须说明理由', ...scheme },
];

/** What is said of a change from one level-1 zone to another; undefined where it is free. */
export function transitionOf(
  from: ZoneFamily | undefined,
  to: ZoneFamily | undefined,
): ZoneTransition | undefined {
  if (from === to) return undefined;
  return zoneTransitions.find((one) => one.to === to && (one.from === from || one.from === 'any'));
}
