import { type CoverageReport, signedRingArea } from '@tuheng/geometry';
import { outerRingsOf } from '../outer-rings.ts';
import type { LayerDraft } from './layer-draft.ts';

/**
 * Turns rings around that run against the format's direction, and those of features that other repairs made anew. A scribble has no direction.
 */
export function turnRings(draft: LayerDraft, { wrongOrientation, tangled }: CoverageReport): void {
  const wrong = new Set(wrongOrientation.map(({ feature }) => feature));
  for (const feature of tangled) wrong.delete(feature);
  const outer = outerRingsOf(draft.layer) === 'counter-clockwise' ? 1 : -1;
  for (const feature of [...new Set([...wrong, ...draft.touched])].sort((a, b) => a - b)) {
    let turned = 0;
    const shape = draft.shape(feature).map((rings) =>
      rings.map((ring, r) => {
        const area = signedRingArea(Float64Array.from(ring), 0, ring.length / 2);
        if (area === 0 || Math.sign(area) === (r === 0 ? outer : -outer)) return ring;
        turned++;
        return reversed(ring);
      }),
    );
    if (turned === 0) continue;
    draft.repair(
      'orientation',
      feature,
      shape,
      wrong.has(feature) ? [{ message: `反转 ${turned} 个环的方向。` }] : [],
    );
  }
}

function reversed(ring: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i]!, ring[i + 1]!);
  return out;
}
