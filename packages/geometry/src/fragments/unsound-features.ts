import { type EdgeLayer, prepareEdges } from '../edges/edge-layer.ts';
import { selectFeatures } from '../polygons.ts';
import { findCrossings } from './crossings.ts';
import { Events } from './events.ts';
import { Locator } from './locate.ts';
import { eventsByRing, PairSums, RingWalk } from './ring-walk.ts';
import { contact, selfContacts } from './self-contact.ts';

/**
 * Features of which the boundary does not tell inside from outside: edges that cross or lie on each other, holes outside their
 * shell, parts within parts. Ascending.
 *
 * Edges of one feature that only touch, and features of several rings, are decided by walking the feature through itself: it must
 * wind around no point but 0 or 1 times.
 *
 * @param contacts of `selfContacts`, where they are known already
 */
export function unsoundFeatures(layer: EdgeLayer, contacts = selfContacts(layer)): number[] {
  const unsound: number[] = [];
  for (let f = 0; f < contacts.length; f++) {
    const rings = layer.featureRing[f + 1]! - layer.featureRing[f]!;
    if (contacts[f] === contact.none && rings < 2) continue;
    if (contacts[f] === contact.crossing || !windsOnce(layer, f)) unsound.push(f);
  }
  return unsound;
}

function windsOnce(layer: EdgeLayer, f: number): boolean {
  const alone = prepareEdges(selectFeatures(layer.polygons, [f]));
  const forward = new Events();
  const backward = new Events();
  findCrossings(alone, alone, forward, backward);
  const sums = new PairSums();
  const rings = alone.ringFeature.length;
  new RingWalk(alone, alone, eventsByRing(forward, rings), new Locator(alone, 'layer'), [], false).walk(
    0,
    rings,
    sums,
  );
  return sums.contradicted.length === 0;
}
