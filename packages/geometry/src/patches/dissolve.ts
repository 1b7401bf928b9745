import { featureCount, type Polygons, selectFeatures } from '../polygons.ts';
import { assemblePatches } from './assemble-patches.ts';
import { CoverageState } from './coverage-state.ts';
import { roundToGrid } from './round-to-grid.ts';
import { traceRings } from './trace-rings.ts';
import { turnsOf } from './turns.ts';

/** Faults that come up again this often are not local. */
const ROUNDS = 12;

export interface DissolveOptions {
  /** Spacing of the result's coordinates in the coordinates' unit; 0 leaves them as they are and compares them exactly. */
  readonly grid: number;
  /** Unions a few features by other means, on the same grid: asked for features that are no clean coverage. */
  readonly union: (features: Polygons) => Polygons;
}

export interface Dissolved {
  /** One feature per connected single-part polygon, ground to the left of its rings, in order of the first feature of its outline. */
  readonly patches: Polygons;
  /** How many features of the layer went to `union`. */
  readonly handed: number;
}

/**
 * The covered area of a layer as patches: no two overlap or share an edge; patches that touch at a corner stay apart, a hole that
 * touches its shell at a point is a hole.
 *
 * Borders between features vanish by counting directed edges against each other; what remains is the outline. It bounds the
 * covered area exactly where its edges meet at their ends only and edges into and out of a node take turns: then the number of
 * features over a place changes by one at every edge, and the rings tell where it is 0. Where edges cross, touch or come closer than
 * the grid's diagonal, where an edge stands twice in one direction, or where turns are missing, the features concerned (T-junctions,
 * overlaps, duplicates) are replaced by their union, and only them; the rest of the layer is not looked at again.
 *
 * Time: linear in the edges of the layer, and n log n in those of the outline.
 *
 * @param layer valid polygons in one plane
 */
export function dissolve(layer: Polygons, options: DissolveOptions): Dissolved {
  const { grid, union } = options;
  const state = new CoverageState(roundToGrid(layer, grid));
  for (let round = 0; round < ROUNDS; round++) {
    const outline = state.outline();
    const turns = turnsOf(outline);
    const groups = state.faultyGroups(outline, turns, grid * Math.SQRT2);
    if (groups.length === 0) {
      return { patches: assemblePatches(traceRings(outline, turns)), handed: state.faulty };
    }
    // From the features as given, never from unions of unions: a crossing rounded twice would not be where one union puts it.
    state.replace(
      groups,
      groups.map((members) => union(selectFeatures(layer, members))),
    );
  }
  return { patches: union(layer), handed: featureCount(layer) };
}
