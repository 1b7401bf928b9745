import { Cover } from '../ground/ground.ts';
import { nearParcels } from '../plan/near-parcels.ts';
import { type PlannedUse, useIndex, useOf } from '../plan/planned-use.ts';
import { atParcel, type PlanState, setParcel } from '../plan/state.ts';
import type { FaultId } from './fault.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** Share of the construction land by which its total changes: more than the targets file allows. */
const UNSTABLE = 0.026;

/** Planned use of a parcel; undefined outside the central city. */
function useAt(site: Site, p: number, state: PlanState = site.state): PlannedUse | undefined {
  const use = atParcel(site.county, state.cityUse, p);
  return use > 0 ? useOf(use) : undefined;
}

function parcelsWhere({ county }: Site, condition: (p: number) => boolean): number[] {
  const found: number[] = [];
  for (let p = 0; p < county.survey.parcels.count; p++) if (condition(p)) found.push(p);
  return found;
}

function give(site: Site, parcels: readonly number[], use: PlannedUse): void {
  for (const p of parcels) {
    setParcel(site.county, site.state.cityUse, p, useIndex(use));
    site.occupy(p);
  }
}

/** Whether no face of a parcel lies in a line of the city, on file or after the maintenance. */
function outsideLines(site: Site, p: number): boolean {
  return [site.filed.state, site.state].every((state) =>
    site
      .facesOf([p])
      .every((f) =>
        [state.blue, state.green, state.yellow, state.purple, state.heritage, state.flood].every(
          (line) => line[f] === 0,
        ),
      ),
  );
}

/**
 * Parcels of a use, unchanged and outside all lines: those free first (a change beside them does no harm to what is planted here), then
 * the smallest.
 */
function spare(site: Site, isUse: (use: PlannedUse) => boolean): number[] {
  const { area } = site.county.survey.parcels;
  const rank = (p: number): number => (site.isFree(p) ? 0 : 1);
  return parcelsWhere(site, (p) => {
    const use = useAt(site, p);
    return (
      use !== undefined &&
      isUse(use) &&
      use === useAt(site, p, site.filed.state) &&
      area[p]! > 500 &&
      outsideLines(site, p)
    );
  }).sort((a, b) => rank(a) - rank(b) || area[a]! - area[b]! || a - b);
}

/** Reserved land on file that the maintenance gave a use. */
const converted = (site: Site, isUse: (use: PlannedUse) => boolean): number[] =>
  parcelsWhere(site, (p) => {
    const use = useAt(site, p);
    return use !== undefined && isUse(use) && useAt(site, p, site.filed.state) === '16';
  });

/** The gap of the city, on file 其他草地, becomes shops. */
export function raisePerCapita(site: Site): Planted {
  const chosen = [...site.county.survey.openings.gap];
  if (chosen.length === 0) throw site.noPlace('city-land.per-capita', '县城内没有未规划建设的空地');
  give(site, chosen, '0901');
  return {
    description: `把中心城区 ${inHectares(site.areaOf(chosen))}草地改为商业用地，规划人均城镇建设用地高于备案`,
    faces: site.facesOf(chosen),
  };
}

/**
 * Industry becomes grassland until the total is no longer stable. Where the land per head is to rise besides, the city grows over fields
 * instead: both cannot be had otherwise.
 */
export function shiftTotal(site: Site): Planted {
  const { county, state, filed } = site;
  const built = (of: PlanState): number =>
    site.sum((f) => of.cityUse[f]! > 0 && !['01', '04', '17'].includes(useOf(of.cityUse[f]!).slice(0, 2)));
  const before = built(filed.state);
  const grows = site.wanted.includes('city-land.per-capita');
  const candidates = grows ? fieldsOutside(site) : spare(site, (use) => use === '1001');
  const chosen: number[] = [];
  let left = grows ? before * (1 + UNSTABLE) - built(state) : built(state) - before * (1 - UNSTABLE);
  for (const p of candidates) {
    if (left <= 0) break;
    chosen.push(p);
    left -= county.survey.parcels.area[p]!;
  }
  if (left > 0) throw site.noPlace('city-land.total-scale', '没有足够的地块');
  give(site, chosen, grows ? '0701' : '0403');
  return {
    description: grows
      ? `把中心城区外 ${inHectares(site.areaOf(chosen))}农田编入规划居住用地，建设用地总规模增加超过容许幅度`
      : `把 ${inHectares(site.areaOf(chosen))}工业用地改为草地，建设用地总规模减少超过容许幅度`,
    faces: site.facesOf(chosen),
  };
}

/** A plot that was reserved on file becomes farmland; none that homes were planned on, whose number other figures rest on. */
export function farmReserved(site: Site): Planted {
  const { area } = site.county.survey.parcels;
  const chosen = converted(site, (use) => !use.startsWith('07'))
    .filter((p) => outsideLines(site, p))
    .sort((a, b) => area[a]! - area[b]! || a - b)
    .slice(0, 1);
  if (chosen.length === 0) throw site.noPlace('city-land.reserved-conversion', '没有留白用地');
  give(site, chosen, '0103');
  return {
    description: `把留白用地 ${inHectares(site.areaOf(chosen))}改为旱地，方案没有这样的转化`,
    faces: site.facesOf(chosen),
  };
}

/** By so much less than on file, m². */
const LESS = 1000;

/** What reserved land became of some kind becomes shops, and so do plots that were of the kind on file, until there is less of it. */
export function reduceLand(fault: FaultId, kind: string, name: string): (site: Site) => Planted {
  return (site) => {
    const isKind = (use: PlannedUse): boolean => use.startsWith(kind);
    const area = ({ cityUse }: PlanState): number =>
      site.sum((f) => cityUse[f]! > 0 && isKind(useOf(cityUse[f]!)));
    // What the lines have taken in stays: their function is not to be touched.
    const chosen = converted(site, isKind).filter((p) => outsideLines(site, p));
    let left = area(site.state) - site.areaOf(chosen) - area(site.filed.state) + LESS;
    for (const [k, p] of spare(site, isKind).entries()) {
      if (k > 0 && left <= 0) break;
      chosen.push(p);
      left -= site.areaOf([p]);
    }
    if (left > 0) throw site.noPlace(fault, `中心城区线外没有足够的${name}`);
    give(site, chosen, '0901');
    return {
      description: `把 ${inHectares(site.areaOf(chosen))}${name}改为商业用地（含原定由留白用地转来的），${name}少于备案`,
      faces: site.facesOf(chosen),
    };
  };
}

/** Permanent basic farmland in the midst of the city is planned as grassland. */
export function touchMandatory(site: Site): Planted {
  const { county, filed, state } = site;
  const isFarmland = (p: number): boolean =>
    useAt(site, p) === '0103' &&
    atParcel(county, filed.state.farmland, p) > 0 &&
    atParcel(county, state.farmland, p) > 0;
  const [chosen] = parcelsWhere(site, isFarmland).sort(
    (a, b) => Number(site.isFree(b)) - Number(site.isFree(a)) || a - b,
  );
  if (chosen === undefined) throw site.noPlace('city-land.mandatory-content', '中心城区内没有永久基本农田');
  give(site, [chosen], '0403');
  return {
    description: `把中心城区内 ${inHectares(site.areaOf([chosen]))}永久基本农田的规划用途改为草地，触动强制性内容`,
    faces: site.facesOf([chosen]),
  };
}

/** A field beside no change is drawn into the planned land of the city. */
export function leaveCity(site: Site): Planted {
  const [chosen] = fieldsOutside(site);
  if (chosen === undefined) throw site.noPlace('city-land.within-central-city', '中心城区外没有可用的农田');
  give(site, [chosen], '0103');
  return {
    description: `把中心城区外 ${inHectares(site.areaOf([chosen]))}农田编入中心城区规划用地用海`,
    faces: site.facesOf([chosen]),
  };
}

/** Fields outside the city and all lines, the smallest first. */
function fieldsOutside(site: Site): number[] {
  const { county, state } = site;
  const { area, mainFace } = county.survey.parcels;
  return site
    .free((p) => {
      const f = mainFace[p]!;
      return (
        county.ground.cover[f] === Cover.field &&
        state.cityUse[f] === 0 &&
        state.boundary[f] === 0 &&
        state.farmland[f] === 0 &&
        state.redLine[f] === 0 &&
        area[p]! > 5000
      );
    })
    .sort((a, b) => area[a]! - area[b]! || a - b);
}

/** A housing estate is given more built and green ground than it has. */
export function impossibleIntensity(site: Site): Planted {
  const [chosen] = spare(site, (use) => use === '0701');
  if (chosen === undefined) throw site.noPlace('city-land.intensity', '中心城区没有未变动的居住用地');
  setParcel(site.county, site.state.overbuilt, chosen, 1);
  site.occupy(chosen);
  return {
    description: `${inHectares(site.areaOf([chosen]))}居住用地的建筑密度与绿地率之和大于 100%`,
    faces: site.facesOf([chosen]),
  };
}

/** Nearer to homes than the distance of the targets file, metres. */
const NEAR_HOMES = 60;

/** A commercial or reserved plot beside homes becomes industry: what people have to judge, and no rule can. */
export function industryBesideHomes(site: Site): Planted {
  const homes = parcelsWhere(site, (p) => useAt(site, p)?.startsWith('07') === true);
  const beside = nearParcels(site.county, homes, NEAR_HOMES);
  const [chosen] = [
    ...spare(site, (use) => use.startsWith('09')),
    ...spare(site, (use) => use === '16'),
  ].filter(beside);
  if (chosen === undefined)
    throw site.noPlace('city-land.residential-beside-industry', '居住用地旁没有可以改动的商业用地或留白用地');
  give(site, [chosen], '1001');
  return {
    description: `居住用地旁的商业或留白用地 ${inHectares(site.areaOf([chosen]))} 改为工业用地`,
    faces: site.facesOf([chosen]),
  };
}
