import type { Evidence } from '../review.ts';
import type { RuleContext, Side } from '../rule-context.ts';

/**
 * What left a layer (`filed`) or came into it (`maintained`), beyond noise, as evidence; nothing where the layer was not
 * compared.
 */
export function movedPieces(context: RuleContext, code: string, side: Side, label: string): Evidence[] {
  const change = context.changes.get(code);
  if (!change) return [];
  const pieces = side === 'filed' ? change.transferOut : change.transferIn;
  return [...pieces.left.keys()].map((k) =>
    context.evidence(pieces.polygons, k, {
      code,
      side,
      label,
      owner: change[side].layer,
      row: pieces.left[k]!,
    }),
  );
}
