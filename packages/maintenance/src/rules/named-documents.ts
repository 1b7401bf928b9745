import type { TargetsFile } from '@tuheng/standard';
import type { Basis } from '../review.ts';

/** The documents that the targets file names for the change of a layer. */
export function namedDocuments(targets: TargetsFile | undefined, layer: string): Basis[] {
  return (targets?.basis ?? [])
    .filter((basis) => basis.layer === layer)
    .map(({ document, article }) => ({
      document,
      ...(article === undefined ? {} : { article }),
      source: '目标值文件',
      confidence: 'found',
    }));
}
