import { countyUseIndex, isBuiltUse } from '../plan/county-use.ts';
import { atParcel, setParcel } from '../plan/state.ts';
import type { FaultId } from './fault.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** Gives parcels a zone that their lines do not ask for. */
function rezone(site: Site, parcels: readonly number[], zone: number): void {
  for (const p of parcels) {
    setParcel(site.county, site.state.zone, p, zone);
    setParcel(site.county, site.state.landZone, p, zone);
    site.occupy(p);
  }
}

/** A piece of 一般农业区 in the midst of the county belongs to no zone any more. */
export function leaveGap(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const { mesh } = county.ground;
  const rim = new Set<number>();
  for (let h = 0; h < mesh.halfCount; h++) if (mesh.face[h] === 0) rim.add(mesh.origin[h]!);
  // A gap that meets the county's rim, if only in a point, is no hole for all who look for holes.
  const meetsRim = (p: number): boolean =>
    site.facesOf([p]).some((face) => [...mesh.ring(face)].some((h) => rim.has(mesh.origin[h]!)));
  const chosen = site.free(
    (p) =>
      atParcel(county, state.zone, p) === 520 &&
      atParcel(county, state.farmland, p) === 0 &&
      parcels.area[p]! > 5000 &&
      !meetsRim(p),
  )[0];
  if (chosen === undefined) throw site.noPlace('zoning.coverage', '没有一般农业区的图斑');
  setParcel(county, state.zone, chosen, 0);
  site.occupy(chosen);
  return { description: `${inHectares(site.areaOf([chosen]))} 没有规划分区`, faces: site.facesOf([chosen]) };
}

/** All 生态控制区 becomes 一般农业区: a level-1 zone of the county vanishes. */
export function dropEcologicalControl(site: Site): Planted {
  const { county, state } = site;
  const dropped: number[] = [];
  for (let p = 0; p < county.survey.parcels.count; p++) {
    if (atParcel(county, state.zone, p) === 200) dropped.push(p);
  }
  for (const p of dropped) {
    setParcel(county, state.zone, p, 520);
    setParcel(county, state.landZone, p, 520);
  }
  return {
    description: `全部生态控制区 ${inHectares(site.areaOf(dropped))} 改为一般农业区，县域不再有生态控制区`,
    faces: site.facesOf(dropped),
  };
}

/** Unprotected ground of 农田保护区 becomes 矿产能源发展区: not a change that maintenance may make. */
export function mineFarmland(fault: FaultId): (site: Site) => Planted {
  return (site) => {
    const { county, state } = site;
    const { parcels } = county.survey;
    const chosen = site
      .free((p) => atParcel(county, state.zone, p) === 300 && atParcel(county, state.farmland, p) === 0)
      .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b)[0];
    if (chosen === undefined) throw site.noPlace(fault, '农田保护区内没有未划入永久基本农田的图斑');
    rezone(site, [chosen], 700);
    return {
      description: `农田保护区 ${inHectares(site.areaOf([chosen]))} 改为矿产能源发展区`,
      faces: site.facesOf([chosen]),
    };
  };
}

/** The smallest protected field that is free becomes 矿产能源发展区 and stays protected. */
export function mineProtectedField(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const chosen = site
    .free((p) => atParcel(county, state.zone, p) === 300 && atParcel(county, state.farmland, p) > 0)
    .sort((a, b) => parcels.area[a]! - parcels.area[b]! || a - b)[0];
  if (chosen === undefined) throw site.noPlace('zoning.mineral-energy', '没有永久基本农田');
  rezone(site, [chosen], 700);
  return {
    description: `永久基本农田 ${inHectares(site.areaOf([chosen]))} 划入矿产能源发展区`,
    faces: site.facesOf([chosen]),
  };
}

/** Fields outside the towns are planned as other construction land until the total exceeds its target. */
export function exceedConstructionLand(site: Site): Planted {
  const { county, state, filed } = site;
  const { parcels } = county.survey;
  const field = countyUseIndex('0103');
  const before = constructionGained(site);
  let left = ROOM - before;
  const chosen: number[] = [];
  for (const p of site.free((parcel) => atParcel(county, state.countyUse, parcel) === field)) {
    if (left <= 0) break;
    if (atParcel(county, filed.state.countyUse, p) !== field) continue;
    chosen.push(p);
    left -= parcels.area[p]!;
  }
  if (left > 0) throw site.noPlace('indicator.construction-land', '没有足够的旱地');
  for (const p of chosen) {
    setParcel(county, state.countyUse, p, countyUseIndex('1506'));
    site.occupy(p);
  }
  return {
    description: `规划用地用海中 ${inHectares(site.areaOf(chosen))} 旱地改为殡葬用地，建设用地总规模突破目标`,
    faces: site.facesOf(chosen),
  };
}

/** What the total must grow by to exceed its target, which is rounded up to a hectare, m². */
const ROOM = 3e4;

/** Construction land that the maintenance gave up, as a negative sum, m². */
function constructionGained({ county, state, filed }: Site): number {
  let gained = 0;
  for (let p = 0; p < county.survey.parcels.count; p++) {
    const now = atParcel(county, state.countyUse, p);
    const then = atParcel(county, filed.state.countyUse, p);
    if (now === then) continue;
    gained += county.survey.parcels.area[p]! * (Number(isBuiltUse(now)) - Number(isBuiltUse(then)));
  }
  return gained;
}
