import { StoreError } from '../errors.ts';

/** Why a change cannot be carried over to the version in force. */
export type Conflict =
  /** A feature it ends has been ended by another version. */
  | {
      readonly kind: 'ended';
      readonly layer: string;
      readonly feature: number;
      readonly bsm: string | null;
      readonly version: number;
    }
  /** A feature it opens lies on one that another version opened. */
  | {
      readonly kind: 'overlap';
      readonly layer: string;
      readonly feature: number;
      readonly bsm: string | null;
      /** m². */
      readonly area: number;
    }
  /** Fields or CRS of the layer were changed by this change or by another version. */
  | { readonly kind: 'layer-replaced'; readonly layer: string };

/** Conflicts told in the message itself. */
const TOLD = 5;

/** A change that was made from an older version and touches what was published since. Nothing was written. */
export class StaleBaseError extends StoreError {
  readonly base: number;
  readonly head: number;
  readonly conflicts: readonly Conflict[];

  constructor(code: string, base: number, head: number, conflicts: readonly Conflict[]) {
    const told = conflicts.slice(0, TOLD).map(sentence).join('；');
    const more = conflicts.length > TOLD ? `；等 ${conflicts.length} 处` : '';
    super('store.stale-base', code, { detail: `依据第 ${base} 版，现行第 ${head} 版：${told}${more}` });
    this.base = base;
    this.head = head;
    this.conflicts = conflicts;
  }
}

export function sentence(conflict: Conflict): string {
  switch (conflict.kind) {
    case 'ended':
      return `${conflict.layer} 标识码 ${conflict.bsm ?? '（空）'} 已在第 ${conflict.version} 版中改动`;
    case 'overlap':
      return `${conflict.layer} 与已发布的标识码 ${conflict.bsm ?? '（空）'} 重叠 ${conflict.area.toFixed(2)} m²`;
    case 'layer-replaced':
      return `${conflict.layer} 的字段或坐标系已改变`;
  }
}
