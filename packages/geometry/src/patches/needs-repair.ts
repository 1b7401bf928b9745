import type { EdgeLayer } from '../edges/edge-layer.ts';
import { Locator } from '../fragments/locate.ts';
import { contact, selfContacts } from '../fragments/self-contact.ts';

/**
 * Features that may be invalid by the rules of OGC Simple Features (06-103r4, 6.1.11), ascending: a superset, cheap to compute, so that only
 * these need be asked one by one. Among them are all whose edges touch or cross each other, with spikes or rings that
 * enclose nothing, with coordinates that are no numbers, with a hole outside its shell or inside another hole, or with a part inside another.
 */
export function needsRepair(layer: EdgeLayer): number[] {
  const contacts = selfContacts(layer);
  const doubtful = new Uint8Array(contacts.length);
  for (const f of layer.spiked) doubtful[f] = 1;
  for (let f = 0; f < contacts.length; f++) if (contacts[f] !== contact.none) doubtful[f] = 1;
  markNonFinite(layer, doubtful);
  markMisplacedRings(layer, doubtful);
  const found: number[] = [];
  for (let f = 0; f < doubtful.length; f++) if (doubtful[f]) found.push(f);
  return found;
}

function markNonFinite({ xy, ringStart, ringFeature }: EdgeLayer, doubtful: Uint8Array): void {
  for (let r = 0; r < ringFeature.length; r++) {
    for (let i = 2 * ringStart[r]!; i < 2 * ringStart[r + 1]!; i++) {
      if (!Number.isFinite(xy[i]!)) doubtful[ringFeature[r]!] = 1;
    }
  }
}

/**
 * Of features whose rings meet nowhere: holes that do not lie in their own polygon and outside its other holes, shells that lie in
 * another polygon. One place beside each ring decides: its westernmost (then southernmost) vertex moved out of the ring by nothing.
 */
function markMisplacedRings(layer: EdgeLayer, doubtful: Uint8Array): void {
  const { featureRing, polygons, ringStart, xy } = layer;
  const { featureStart, polygonStart } = polygons;
  const inFeature = new Locator(layer, 'layer');
  const inPolygon = new Locator({ ...layer, featureRing: polygonStart }, 'layer');
  for (let f = 0; f < doubtful.length; f++) {
    if (doubtful[f] || featureRing[f + 1]! - featureRing[f]! < 2) continue;
    for (let g = featureStart[f]!; g < featureStart[f + 1]!; g++) {
      for (let r = polygonStart[g]!; r < polygonStart[g + 1]!; r++) {
        const v = westernmost(xy, ringStart[r]!, ringStart[r + 1]!);
        const around =
          r === polygonStart[g]
            ? inFeature.winding(f, xy[2 * v]!, xy[2 * v + 1]!)
            : 1 - inPolygon.winding(g, xy[2 * v]!, xy[2 * v + 1]!);
        if (around !== 0) doubtful[f] = 1;
      }
    }
  }
}

function westernmost(xy: Float64Array, from: number, to: number): number {
  let least = from;
  for (let v = from + 1; v < to; v++) {
    if (xy[2 * v]! < xy[2 * least]! || (xy[2 * v] === xy[2 * least] && xy[2 * v + 1]! < xy[2 * least + 1]!)) {
      least = v;
    }
  }
  return least;
}
