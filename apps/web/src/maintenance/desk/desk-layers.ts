import type { Look } from '../../map/look.ts';
import type { SceneLayer } from '../../map/scene.ts';

/** The layer that stands for all pieces of the change, whatever layer they are of. */
export const CHANGE = 'change';

/** Opacity of the change, so that what lies under it is seen. */
const SEEN_THROUGH = 0.7;

/** The three control lines, from below. */
export const controlLines = ['STBHHX', 'YJJBNTBHTB', 'CZKFBJ'] as const;

/** What can lie under the lines, the one that is wanted most first. */
const grounds = ['DLTB', 'GHDLTB', 'YDYHGHFQ', 'GHYDYH', 'GHFQ'];

/** What a side has to be drawn from. */
export interface LayerSide {
  /** Address. */
  readonly source: string;
  readonly look: Look | undefined;
}

/** Codes of the layers that a look draws, in its order. */
export function codesOf(look: Look | undefined): readonly string[] {
  const codes = look?.layers.flatMap((layer) => layer['source-layer'] ?? []) ?? [];
  return [...new Set(codes)];
}

export function titleOf(look: Look | undefined, code: string): string | undefined {
  return look?.layers.find((layer) => layer.id === code)?.metadata?.title;
}

/** What can be the ground: layers with classes, those of the base data first. */
export function groundsOf(sides: readonly (LayerSide | undefined)[]): readonly string[] {
  const classed = sides.flatMap((side) =>
    codesOf(side?.look).filter((code) =>
      side?.look?.layers.some((layer) => layer.id === code && (layer.metadata?.legend?.length ?? 0) > 1),
    ),
  );
  const place = (code: string): number => (grounds.includes(code) ? grounds.indexOf(code) : grounds.length);
  return [...new Set(classed)].sort((a, b) => place(a) - place(b));
}

/** What the desk begins with: the first ground and the control lines that there are. */
export function firstLayers(sides: readonly (LayerSide | undefined)[]): readonly string[] {
  const known = new Set(sides.flatMap((side) => codesOf(side?.look)));
  return [...groundsOf(sides).slice(0, 1), ...controlLines.filter((code) => known.has(code))];
}

/**
 * What a map draws of one state, the lowest first: the ground, the lines, the change.
 *
 * @param own the state; what it lacks is taken from the base data
 */
export function sceneLayers(
  codes: readonly string[],
  own: LayerSide,
  base: LayerSide | undefined,
  change: LayerSide | undefined,
): readonly SceneLayer[] {
  const layers = codes.flatMap((code): SceneLayer[] => {
    if (code === CHANGE) return [];
    const side = [own, base].find((one) => codesOf(one?.look).includes(code));
    return side ? [{ source: side.source, code, opacity: 1 }] : [];
  });
  const changed = codes.includes(CHANGE) && change ? codesOf(change.look) : [];
  return [...layers, ...changed.map((code) => ({ source: change!.source, code, opacity: SEEN_THROUGH }))];
}
