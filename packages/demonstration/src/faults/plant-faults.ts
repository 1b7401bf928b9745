import { transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import type { Maintained } from '../maintenance/maintain.ts';
import type { Filed } from '../plan/filed.ts';
import type { County } from '../plan/state.ts';
import * as boundary from './boundary-faults.ts';
import * as farmland from './farmland-faults.ts';
import type { FaultId, PlantedFault } from './fault.ts';
import * as other from './other-faults.ts';
import { type Planted, Site } from './site.ts';

/** In the order of planting: totals come after what else changes them. */
const plants: readonly (readonly [FaultId, (site: Site) => Planted])[] = [
  ['lines.no-overlap', other.overlapLines],
  ['udb.fragments', boundary.scatterBoundary],
  ['udb.holes', boundary.openHole],
  ['udb.development-zone-inclusion', boundary.shrinkDevelopmentZone],
  ['udb.shape', boundary.frayOutline],
  ['udb.transfer-balance', boundary.breakBalance],
  ['udb.expansion-multiple', boundary.exceedMultiple],
  ['udb.total', boundary.exceedTotal],
  ['zoning.follows-lines', other.mismatchZone],
  ['pbf.quality', farmland.spoilQuality],
  ['pbf.contiguity', farmland.scatterPatches],
  ['pbf.fragments', farmland.scatterFarmland],
  ['pbf.area', farmland.loseFarmland],
  ['er.change-has-basis', other.moveRedLine],
  ['er.area', other.loseRedLine],
  ['cultivated.area', farmland.loseCultivated],
];

/** Puts the wanted faults into the maintained plan, each in a place of its own. */
export function plantFaults(
  county: County,
  filed: Filed,
  maintained: Maintained,
  wanted: readonly FaultId[],
): PlantedFault[] {
  if (wanted.length === 0) return [];
  const site = new Site(county, filed, maintained, wanted);
  return plants
    .filter(([id]) => wanted.includes(id))
    .map(([id, plant]) => {
      const { description, faces } = plant(site);
      return { id, rules: [id], description, box: lonLatBox(county, faces) };
    })
    .sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
}

function lonLatBox({ ground }: County, faces: readonly number[]): [number, number, number, number] {
  const { mesh } = ground;
  const toLonLat = transformBetween(crsOf(4532)!, CGCS2000);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const out: [number, number] = [0, 0];
  for (const face of faces) {
    for (const h of mesh.ring(face)) {
      const v = mesh.origin[h]!;
      toLonLat(mesh.x[v]!, mesh.y[v]!, out);
      box[0] = Math.min(box[0], out[0]);
      box[1] = Math.min(box[1], out[1]);
      box[2] = Math.max(box[2], out[0]);
      box[3] = Math.max(box[3], out[1]);
    }
  }
  return box;
}
