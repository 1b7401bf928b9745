import type { Aliases, Crs } from '@tuheng/standard';
import type { Limits } from './limits.ts';

export interface ReadOptions {
  /** Overrides of `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  /** Taken for layers that declare no CRS (or one that cannot be recognised as any); a declared one always stands. */
  readonly crs?: Crs;
  /** Names of layers and fields besides those the standard knows. */
  readonly aliases?: Aliases;
}
