import type { Layer, Plan } from '@tuheng/standard';
import type { FeatureMarks } from './feature-marks.ts';
import {
  type ContentDigests,
  fieldsOf,
  type LayerHead,
  layerDigests,
  marksOf,
  planDigests,
} from './layer-content.ts';

/** What a maintenance does to one layer: features of the filed database that end, and of the maintained one that open. */
export interface LayerEdit {
  readonly code: string;
  readonly head: LayerHead;
  readonly maintained: Layer;
  /** Digests of the features that end, 32 bytes each; as often as they occur. Their numbers are not told by them. */
  readonly ended: readonly Buffer[];
  /** Rows of `maintained` that open. */
  readonly opened: readonly number[];
  /** The fields or the CRS are other ones: the layer ends as a whole and opens anew. */
  readonly isReplaced: boolean;
}

/** The change between two plan databases, feature by feature. */
export interface PlanChange {
  /** Digest of the filed database without its numbers: which version the maintenance was made from. */
  readonly base: Buffer;
  readonly edits: readonly LayerEdit[];
  /** Layers that only the maintained database has: no review judges them, and they are not published. */
  readonly leftOut: readonly string[];
}

/**
 * Compares two plan databases by the digests of their features: one that is in both, bit by bit in shape and attributes, stays, whatever its
 * number: BSM is issued anew with every delivery and is not identity (standards.md §10). Layers that the maintained database does not have stay
 * as they are.
 */
export function changeBetween(filed: Plan, maintained: Plan): PlanChange {
  const contents: { head: LayerHead; digests: ContentDigests }[] = [];
  const edits: LayerEdit[] = [];
  for (const layer of filed.layers.values()) {
    const head = headOf(layer);
    const marks = marksOf(layer, head.fields);
    contents.push({ head, digests: layerDigests(marks) });
    const other = maintained.layers.get(layer.code);
    if (!other) continue;
    const edit = editOf(head, marks, other);
    if (edit.isReplaced || edit.ended.length + edit.opened.length > 0) edits.push(edit);
  }
  return {
    base: planDigests(contents).unnumbered,
    edits,
    leftOut: [...maintained.layers.keys()].filter((code) => !filed.layers.has(code)),
  };
}

function headOf(layer: Layer): LayerHead {
  return { code: layer.code, epsg: layer.crs.epsg, fields: fieldsOf(layer) };
}

function editOf(filed: LayerHead, before: FeatureMarks, maintained: Layer): LayerEdit {
  const head = headOf(maintained);
  const after = marksOf(maintained, head.fields);
  const isReplaced = JSON.stringify(filed) !== JSON.stringify(head);
  // How often a digest is still to be matched.
  const counts = new Map<string, number>();
  if (!isReplaced) {
    for (let f = 0; f < before.length; f++) {
      const key = before.key(f);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const opened: number[] = [];
  for (let f = 0; f < after.length; f++) {
    const key = after.key(f);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    else opened.push(f);
  }
  const ended: Buffer[] = [];
  for (const [key, left] of counts) {
    for (let i = 0; i < left; i++) ended.push(Buffer.from(key, 'latin1'));
  }
  return { code: maintained.code, head, maintained, ended, opened, isReplaced };
}
