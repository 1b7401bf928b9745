import { transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import type { Maintained } from '../maintenance/maintain.ts';
import type { Filed } from '../plan/filed.ts';
import type { County } from '../plan/state.ts';
import * as boundary from './boundary-faults.ts';
import * as cityLand from './city-land-faults.ts';
import * as cityLines from './city-lines-faults.ts';
import * as farmland from './farmland-faults.ts';
import type { FaultId, PlantedFault } from './fault.ts';
import * as other from './other-faults.ts';
import * as projects from './project-faults.ts';
import { type Planted, Site } from './site.ts';
import * as zoning from './zoning-faults.ts';

/** What stops being dynamic maintenance when a target, a line or a zone's function is broken. */
const revision = 'nature.maintenance-or-revision';

/** In the order of planting: totals come after what else changes them. `also`: further rules that cannot but fail with it. */
const plants: readonly (readonly [FaultId, (site: Site) => Planted, also?: readonly string[]])[] = [
  ['lines.no-overlap', other.overlapLines, [revision]],
  ['udb.fragments', boundary.scatterBoundary],
  ['udb.holes', boundary.openHole],
  ['udb.development-zone-inclusion', boundary.shrinkDevelopmentZone],
  ['udb.shape', boundary.frayOutline],
  ['udb.transfer-balance', boundary.breakBalance],
  ['udb.expansion-multiple', boundary.exceedMultiple, [revision]],
  ['udb.total', boundary.exceedTotal, [revision]],
  ['zoning.follows-lines', other.mismatchZone],
  ['pbf.quality', farmland.spoilQuality],
  ['pbf.contiguity', farmland.scatterPatches],
  ['pbf.fragments', farmland.scatterFarmland],
  ['pbf.area', farmland.loseFarmland, [revision]],
  ['er.change-has-basis', other.moveRedLine, [revision]],
  ['er.area', other.loseRedLine, [revision]],
  ['cultivated.area', farmland.loseCultivated, [revision]],
  ['zoning.coverage', zoning.leaveGap],
  ['zoning.mineral-energy', zoning.mineProtectedField, ['zoning.transitions', revision]],
  ['zoning.transitions', zoning.mineFarmland('zoning.transitions'), [revision]],
  [revision, zoning.mineFarmland(revision), ['zoning.transitions']],
  ['indicator.construction-land', zoning.exceedConstructionLand, [revision]],
  ['zoning.dominant-function', zoning.dropEcologicalControl, [revision]],
  ['city-land.mandatory-content', cityLand.touchMandatory, [revision]],
  ['city-land.reserved-conversion', cityLand.farmReserved],
  ['city-land.public-service', cityLand.reduceLand('city-land.public-service', '08', '公共服务用地')],
  ['city-land.green-space', cityLand.reduceLand('city-land.green-space', '14', '绿地')],
  ['city-land.roads', cityLand.reduceLand('city-land.roads', '12', '交通运输用地')],
  ['city-land.utilities', cityLand.reduceLand('city-land.utilities', '13', '公用设施用地')],
  ['city-land.intensity', cityLand.impossibleIntensity],
  ['city-land.within-central-city', cityLand.leaveCity, [revision]],
  ['city-land.per-capita', cityLand.raisePerCapita],
  ['city-land.total-scale', cityLand.shiftTotal, [revision]],
  ['city-land.residential-beside-industry', cityLand.industryBesideHomes],
  ['projects.operations', projects.changeSilently],
  ['projects.eligibility', projects.siteInsideBoundary],
  ['projects.basis', projects.nameNoDocument],
  ['projects.siting', projects.siteOnFarmland],
  ['projects.table-and-geometry', projects.stateWrongArea],
  ['projects.duplicates', projects.nameTwice],
  ['projects.withdrawn-gone', projects.keepWithdrawn],
  ['green.layout', cityLines.scatterLine('green', 2)],
  ['green.function', cityLines.misuseLine('green', '14', ['1401', '1402'])],
  ['green.area', cityLines.shrinkLine('green', '14'), ['green.function']],
  ['green.service-range', cityLines.buildBeyondService('green')],
  ['blue.layout', cityLines.swellBlue],
  ['blue.function', cityLines.misuseLine('blue', '17', ['0403']), ['city-land.mandatory-content', revision]],
  ['blue.area', cityLines.shrinkLine('blue', '17')],
  ['blue.connectivity', cityLines.isolateWater],
  ['yellow.layout', cityLines.scatterLine('yellow', 1)],
  ['yellow.function', cityLines.misuseLine('yellow', '13', ['1303', '1305'])],
  ['yellow.area', cityLines.shrinkLine('yellow', '13')],
  ['yellow.facilities', cityLines.retypeFacility],
  ['yellow.point-facilities', cityLines.dropFacilityName],
  ['yellow.service-range', cityLines.buildBeyondService('yellow')],
  ['purple.historic-buildings', cityLines.forgetBuilding],
  ['purple.function', cityLines.misuseLine('purple', '0803', ['0804'])],
  ['purple.extent', cityLines.leaveOldExtent],
  ['purple.area', cityLines.shrinkPurple, ['purple.extent']],
  [
    'purple.service-range',
    cityLines.emptyPurple,
    ['purple.area', 'purple.extent', 'purple.historic-buildings'],
  ],
];

/** Faults of rules that never fail, and what they leave to people: another use has another intensity, which has to be explained. */
const pointedOut: ReadonlyMap<FaultId, readonly string[]> = new Map([
  ['city-land.residential-beside-industry', ['city-land.residential-beside-industry', 'city-land.intensity']],
]);

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
    .map(([id, plant, also = []]) => {
      const { description, faces } = plant(site);
      const hints = pointedOut.get(id) ?? [];
      const rules = hints.includes(id) ? also : [id, ...also];
      return { id, rules, hints, description, box: lonLatBox(county, faces) };
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
