import { type EdgeLayer, prepareEdges } from '../edges/edge-layer.ts';
import { contact, selfContacts } from '../fragments/self-contact.ts';
import { unsoundFeatures } from '../fragments/unsound-features.ts';
import { type Polygons, PolygonsBuilder } from '../polygons.ts';
import { arrange } from './arrangement/arrange.ts';
import { type CoverageOptions, thresholdsOf } from './coverage-options.ts';
import { findDuplicates } from './duplicates.ts';
import { findBeyond, findGaps } from './gaps.ts';
import { looseEdges } from './loose-edges.ts';
import { matchEdges } from './match-edges.ts';
import { NearMisses } from './near-misses.ts';
import { findOverlaps } from './overlaps.ts';
import { sortPieces } from './pieces.ts';
import type { CoverageReport, RingPlace, SelfContact } from './report.ts';
import { RingFinder } from './ring-finder.ts';
import { evenOdd } from './rings/even-odd.ts';
import { forEachRing } from './rings/for-each-ring.ts';
import { checkCorners } from './rings/ring-corners.ts';
import { type ContactPlaces, selfContactPlaces } from './rings/self-contact-places.ts';
import { checkSizes } from './rings/small-polygons.ts';

/** A boundary that crosses itself in more places than this is a scribble: what it encloses means nothing, and takes for ever to find. */
const MOST_CROSSINGS = 1000;
const nothing = emptyFeature();

/**
 * Checks that a layer's features cover the ground without overlaps and gaps, and that each of them is well drawn.
 *
 * The border of every feature is matched with its neighbours', edge by edge, in one pass: an edge that stands exactly once in each
 * direction separates two features properly. How many features cover a point changes only across the other edges, which are few in
 * a clean layer. The plane is cut up along them, and the number of features over each face follows by crossing one edge at a time:
 * 0 is a gap, 2 and more is an overlap, of which the features are then named.
 *
 * Features whose boundary crosses itself are reported, and take part in the rest as the even-odd rule reads them (those that do
 * so in more than `MOST_CROSSINGS` places take no part). Vertices and edges
 * that nearly meet are looked for among unmatched edges only: between matched ones there is nothing to mend but narrow features.
 *
 * Time near O(n log n), about 70 bytes a vertex besides the layer's own. Pure and synchronous.
 *
 * @param layer polygons in a plane, metres; never changed
 */
export function checkCoverage(layer: Polygons, options: CoverageOptions = {}): CoverageReport {
  const thresholds = thresholdsOf(options);
  const edges = prepareEdges(layer);
  const contacts = selfContacts(edges);
  const unsound = unsoundFeatures(edges, contacts);
  const places = new Map(unsound.map((f) => [f, selfContactPlaces(edges.polygons, f, MOST_CROSSINGS)]));
  const tangled = unsound.filter((f) => places.get(f)!.crossings.length > MOST_CROSSINGS);
  const tangle = new Set(tangled);
  const repaired = new Map(unsound.map((f) => [f, tangle.has(f) ? nothing : evenOdd(edges.polygons, f)]));

  const left = new Uint8Array(contacts.length);
  for (const f of unsound) left[f] = 1;
  const match = matchEdges(edges, left);
  const loose = looseEdges(edges, match, repaired, options.boundary);
  const misses = new NearMisses(layer, loose, thresholds.snap);
  const arrangement = arrange(loose.nodes, loose.arcs, thresholds.snap, (node, arc, distance) =>
    misses.add(node, arc, distance),
  );
  const gaps = sortPieces(findGaps(arrangement, options.boundary !== undefined), thresholds.gapArea);
  const suspects = [...new Set(loose.arcs.owner.subarray(0, loose.arcs.length))].filter((f) => f >= 0);
  const duplicates = findDuplicates(
    layer,
    suspects.sort((a, b) => a - b),
    thresholds.snap,
  );
  const overlaps = sortPieces(findOverlaps(edges, arrangement, repaired, duplicates), thresholds.overlapArea);
  const beyond = sortPieces(options.boundary ? findBeyond(arrangement) : [], thresholds.overlapArea);
  return {
    overlaps: overlaps.pieces,
    gaps: gaps.pieces,
    beyondBoundary: beyond.pieces,
    tJunctions: misses.tJunctions,
    nearVertices: misses.nearVertices,
    duplicates,
    ...selfContactsOf(layer, edges, contacts, places),
    tangled,
    ...checkCorners(layer, thresholds),
    ...checkSizes(layer, thresholds),
    openRings: placesOf(layer, options.openRings ?? []),
    belowTolerance: { overlaps: overlaps.noise, gaps: gaps.noise, beyondBoundary: beyond.noise },
    edges: { total: match.total, matched: match.matched },
  };
}

function selfContactsOf(
  layer: Polygons,
  edges: EdgeLayer,
  contacts: Uint8Array,
  unsound: ReadonlyMap<number, ContactPlaces>,
): Pick<CoverageReport, 'selfIntersections' | 'selfTouches'> {
  const selfIntersections: SelfContact[] = [];
  const selfTouches: SelfContact[] = [];
  for (let f = 0; f < contacts.length; f++) {
    const found = unsound.get(f);
    if (contacts[f] === contact.none && !found) continue;
    const { crossings, touches } = found ?? selfContactPlaces(edges.polygons, f);
    if (!found) append(selfTouches, touches);
    else if (crossings.length > MOST_CROSSINGS) selfIntersections.push(crossings[0]!);
    else if (crossings.length > 0) {
      append(selfIntersections, crossings);
      append(selfTouches, touches);
    } else append(selfIntersections, touches.length > 0 ? touches : [misplacedRing(edges, f)]);
  }
  const finder = new RingFinder(layer);
  const given = (contact: SelfContact): SelfContact => {
    const [first, second] = contact.rings;
    const ring = (r: number) => ringAsGiven(layer, edges, finder, contact.feature, r);
    return { ...contact, rings: [ring(first), ring(second)] };
  };
  // Without cleaning the rings are the layer's own.
  if (edges.polygons === layer) return { selfIntersections, selfTouches };
  return { selfIntersections: selfIntersections.map(given), selfTouches: selfTouches.map(given) };
}

/** One by one: a feature can touch itself more often than a call takes arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** Number in the layer of a ring of its edges, from which rings that enclose nothing were left out. */
function ringAsGiven(
  layer: Polygons,
  { featureRing, ringStart, xy }: EdgeLayer,
  finder: RingFinder,
  f: number,
  ring: number,
): number {
  const first = layer.polygonStart[layer.featureStart[f]!]!;
  const count = layer.polygonStart[layer.featureStart[f + 1]!]! - first;
  if (count === featureRing[f + 1]! - featureRing[f]!) return ring - featureRing[f]! + first;
  const v = 2 * ringStart[ring]!;
  return finder.find(f, xy[v]!, xy[v + 1]!);
}

/** A feature that winds wrongly without meeting itself: a ring where it does not belong. Told by its outer and its last ring. */
function misplacedRing({ featureRing, ringStart, xy }: EdgeLayer, f: number): SelfContact {
  const last = featureRing[f + 1]! - 1;
  const v = 2 * ringStart[last]!;
  const [x, y] = [xy[v]!, xy[v + 1]!];
  return { feature: f, rings: [featureRing[f]!, last], segment: [x, y, x, y] };
}

function emptyFeature(): Polygons {
  const builder = new PolygonsBuilder();
  builder.endFeature();
  return builder.build();
}

function placesOf(p: Polygons, rings: readonly number[]): RingPlace[] {
  const wanted = new Set(rings);
  const places: RingPlace[] = [];
  if (wanted.size === 0) return places;
  forEachRing(p, (feature, ring) => {
    const v = 2 * p.ringStart[ring]!;
    if (wanted.has(ring)) places.push({ feature, ring, x: p.xy[v]!, y: p.xy[v + 1]! });
  });
  return places;
}
