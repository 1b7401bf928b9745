import type { CoverageReport } from '@tuheng/geometry';
import type { LayerDraft } from './layer-draft.ts';

/** Takes out vertices that repeat the one before them exactly. Such as are only near are left: which of them is meant is not known. */
export function removeRepeatedPoints(draft: LayerDraft, { repeatedPoints }: CoverageReport): void {
  const features = new Set<number>();
  for (const { feature, segment } of repeatedPoints) {
    if (segment[0] === segment[2] && segment[1] === segment[3]) features.add(feature);
  }
  for (const feature of features) {
    let removed = 0;
    const shape = draft.shape(feature).map((rings) =>
      rings.map((ring) => {
        const kept = ring.slice(0, 2);
        for (let i = 2; i < ring.length; i += 2) {
          if (ring[i] === ring[i - 2] && ring[i + 1] === ring[i - 1]) removed++;
          else kept.push(ring[i]!, ring[i + 1]!);
        }
        return kept;
      }),
    );
    // A ring of fewer than three corners is none: that is not a repeated point any more.
    if (removed === 0 || shape.some((rings) => rings.some((ring) => ring.length < 8))) continue;
    draft.repair('repeated-points', feature, shape, [
      { message: `删去 ${removed} 个与前一点完全重合的节点。` },
    ]);
  }
}
