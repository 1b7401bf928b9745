import { BOUNDARY_AREA } from '../ground/county-figures.ts';
import { Cover } from '../ground/ground.ts';
import { facesOutside, mayLeave, outlineLength } from '../plan/boundary.ts';
import { groupsOf } from '../plan/groups.ts';
import { atParcel, setParcel } from '../plan/state.ts';
import { codeOf } from '../survey/survey.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** 特别用途区: inside the boundary, but not counted in the expansion multiple. */
const SPECIAL = 430;

/** Takes built-up villages into the boundary until it is larger than the plan allows; as 特别用途区, which the multiple leaves out. */
export function exceedTotal(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const need = BOUNDARY_AREA + 14e4 - site.area('boundary');
  const villages = groupsOf(
    parcels,
    new Set(site.free((p) => isVillage(site, p) && atParcel(county, state.boundary, p) === 0)),
  )
    // A part of a village next to a change is no whole one: its other parcels would leave holes.
    .filter((members) => members.length >= 3)
    .map((members) => ({ members, area: site.areaOf(members) }));
  const single = villages.filter(({ area }) => area >= need).sort((a, b) => a.area - b.area)[0];
  const chosen: number[] = [];
  for (const { members } of single ? [single] : villages.sort((a, b) => b.area - a.area)) {
    if (site.areaOf(chosen) >= need) break;
    // Large villages of a county with few parcels: as much as is needed, from one end.
    const start = members[0]!;
    const away = (p: number): number =>
      Math.hypot(parcels.x[p]! - parcels.x[start]!, parcels.y[p]! - parcels.y[start]!);
    for (const p of [...members].sort((a, b) => away(a) - away(b) || a - b)) {
      if (site.areaOf(chosen) >= need) break;
      chosen.push(p);
    }
  }
  if (site.areaOf(chosen) < need) throw site.noPlace('udb.total', '没有足够的村庄可以调入');
  site.move('boundary', chosen, SPECIAL);
  return {
    description: `把 ${inHectares(site.areaOf(chosen))}村庄用地调入城镇开发边界，边界总面积超过规划规模`,
    faces: site.facesOf(chosen),
  };
}

function isVillage({ county: { ground, survey } }: Site, p: number): boolean {
  const f = survey.parcels.mainFace[p]!;
  const street = ground.cover[f] === Cover.street && ground.town[f]! < 0;
  return street || ground.cover[f] === Cover.village;
}

/** Turns 特别用途区 into 城镇集中建设区 until more is counted than before. */
export function exceedMultiple(site: Site): Planted {
  const { county, state, filed } = site;
  const { parcels } = county.survey;
  const counted = (column: Uint16Array): number => site.sum((f) => column[f]! > 0 && column[f] !== SPECIAL);
  const before = counted(filed.state.boundary);
  const special = site
    .free(
      (p) =>
        atParcel(county, state.boundary, p) === SPECIAL &&
        atParcel(county, filed.state.boundary, p) === SPECIAL,
    )
    .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b);
  const chosen: number[] = [];
  let excess = counted(state.boundary) - before;
  for (const p of special) {
    if (excess > 10e4) break;
    chosen.push(p);
    excess += parcels.area[p]!;
  }
  // Parks may not be enough where other faults took much out: then villages come in besides.
  const villages = site.free((p) => isVillage(site, p) && atParcel(county, state.boundary, p) === 0);
  for (const p of villages) {
    if (excess > 2e4) break;
    chosen.push(p);
    excess += parcels.area[p]!;
  }
  if (excess <= 1e4) throw site.noPlace('udb.expansion-multiple', '特别用途区太小');
  site.move('boundary', chosen, 410);
  return {
    description: `把 ${inHectares(site.areaOf(chosen))}特别用途区改为城镇集中建设区，扩展倍数高于备案`,
    faces: site.facesOf(chosen),
  };
}

/** Takes back what the boundary gave up, and where that is not enough takes in farmland, so that the increment has no counterpart. */
export function breakBalance(site: Site): Planted {
  const { county, state, filed, maintained } = site;
  const { parcels } = county.survey;
  const out = (): number => site.sum((f) => filed.state.boundary[f]! > 0 && state.boundary[f] === 0);
  const increment = (): number =>
    site.sum((f) => filed.state.boundary[f] === 0 && state.boundary[f]! > 0 && !site.isBuilt(f));
  const counted = (): number => site.sum((f) => state.boundary[f]! > 0 && state.boundary[f] !== SPECIAL);
  const countedBefore = counted();
  const kept = maintained.givenUp;
  for (const p of kept) {
    setParcel(county, state.boundary, p, atParcel(county, filed.state.boundary, p));
    if (atParcel(county, filed.state.cultivated, p) === 0) setParcel(county, state.cultivated, p, 0);
  }
  site.follow(site.facesOf(kept));
  const chosen: number[] = [];
  let lacking = out() + 2e4 - increment();
  if (lacking > 2e4) {
    const fields = site
      .free((p) => isOpenField(site, p) && parcels.area[p]! > 5000)
      .sort(
        (a, b) =>
          Math.abs(parcels.area[a]! - 1.3 * lacking) - Math.abs(parcels.area[b]! - 1.3 * lacking) || a - b,
      );
    for (const p of fields) {
      if (lacking <= 0) break;
      chosen.push(p);
      lacking -= parcels.area[p]!;
    }
    site.move('boundary', chosen, SPECIAL);
  }
  // The multiple must not rise with it, unless that is a fault of its own: some 城镇集中建设区 becomes 特别用途区.
  let excess = site.wanted.includes('udb.expansion-multiple') ? 0 : counted() - countedBefore;
  const reclassified: number[] = [];
  const blocks = site
    .free((p) => atParcel(county, state.boundary, p) === 410 && codeOf(county.survey, p) === '0701')
    .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b);
  for (const p of blocks) {
    if (excess <= 0) break;
    reclassified.push(p);
    excess -= parcels.area[p]!;
  }
  site.move('boundary', reclassified, SPECIAL);
  return {
    description:
      '取消本次全部调出地块' +
      (chosen.length > 0 ? `并另调入农用地 ${inHectares(site.areaOf(chosen))}` : '') +
      '，调入的增量用地没有相应的调出（另将部分集中建设区改为特别用途区，扩展倍数不变）',
    faces: site.facesOf([...kept, ...chosen, ...reclassified]),
  };
}

function isOpenField(site: Site, p: number): boolean {
  const { county, state } = site;
  const { parcels } = county.survey;
  const f = parcels.mainFace[p]!;
  return (
    county.ground.cover[f] === Cover.field &&
    !site.isBuilt(f) &&
    state.boundary[f] === 0 &&
    state.farmland[f] === 0 &&
    state.redLine[f] === 0
  );
}

/** Two specks of boundary in two villages. */
export function scatterBoundary(site: Site): Planted {
  const { county, state } = site;
  const { ofFace } = county.survey.parcels;
  const specks = county.plots
    .filter(({ kind, face }) => kind === 'speck' && site.isFree(ofFace[face]!))
    .slice(0, 2);
  if (specks.length < 2) throw site.noPlace('udb.fragments', '没有合适的村庄');
  const faces = specks.map(({ face }) => face);
  for (const f of faces) {
    state.boundary[f] = 410;
    site.occupy(ofFace[f]!);
  }
  site.follow(faces);
  return { description: '在边界外的村庄里新增 2 块约 240 m² 的零星边界图斑', faces };
}

/** A field in the middle of the town leaves the boundary and becomes permanent basic farmland: a new 天窗. */
export function openHole(site: Site): Planted {
  const { county } = site;
  const [field] = county.survey.openings.fields;
  if (field === undefined) throw site.noPlace('udb.holes', '县城内没有被围合的耕地');
  site.move('boundary', [field], 0);
  site.move('farmland', [field], 1);
  site.move('cultivated', [field], 1);
  return {
    description: '把边界内部的一块耕地挖出边界并划为永久基本农田，形成新的天窗',
    faces: site.facesOf([field]),
  };
}

/** A parcel at the edge of a development zone leaves the boundary. */
export function shrinkDevelopmentZone(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const edge = site
    .free((p) => {
      const f = parcels.mainFace[p]!;
      return (
        county.developmentZone[f] === 0 &&
        state.boundary[f]! > 0 &&
        county.ground.cover[f] === Cover.urban &&
        parcels.area[p]! > 3000 &&
        facesOutside(county, state, p)
      );
    })
    .sort((a, b) => Math.abs(parcels.area[a]! - 6e4) - Math.abs(parcels.area[b]! - 6e4) || a - b)
    .find((p) => mayLeave(county, state, p));
  if (edge === undefined) throw site.noPlace('udb.development-zone-inclusion', '开发区边缘没有可调出的地块');
  site.move('boundary', [edge], 0);
  return {
    description: `把开发区边缘 ${inHectares(parcels.area[edge]!)}调出城镇开发边界，开发区划入率降低`,
    faces: site.facesOf([edge]),
  };
}

/** A road with its verges sticks out of a town's boundary like a finger. */
export function frayOutline(site: Site): Planted {
  const { county, state, filed } = site;
  const { parcels } = county.survey;
  const { mesh } = county.ground;
  const need = outlineLength(mesh, filed.state.boundary) - outlineLength(mesh, state.boundary) + 1500;
  const isRoad = (p: number): boolean =>
    county.ground.cover[parcels.mainFace[p]!] === Cover.road && site.isFree(p);
  const starts = site.free(
    (p) =>
      isRoad(p) &&
      atParcel(county, state.boundary, p) === 0 &&
      neighbours(site, p).some((q) => atParcel(county, state.boundary, q) > 0),
  );
  for (const start of starts) {
    const finger = followRoad(site, start, isRoad, need);
    if (!finger) continue;
    const before = outlineLength(mesh, filed.state.boundary);
    site.move('boundary', finger, SPECIAL);
    if (outlineLength(mesh, state.boundary) > before + 500) {
      return {
        description: `把一条 ${finger.length} 段、${inHectares(site.areaOf(finger))}的公路划入边界，边界周长和形状指数增加`,
        faces: site.facesOf(finger),
      };
    }
    site.move('boundary', finger, 0);
  }
  throw site.noPlace('udb.shape', '没有够长的公路与城镇相接');
}

/** Road parcels from `start` outwards, each the neighbour farthest from it, until the outline grows by `need` metres. */
function followRoad(
  site: Site,
  start: number,
  isRoad: (p: number) => boolean,
  need: number,
): number[] | null {
  const { county, state } = site;
  const { parcels } = county.survey;
  const finger = [start];
  const seen = new Set(finger);
  let length = 0;
  for (let at = start; ; ) {
    const face = parcels.mainFace[at]!;
    length += county.ground.mesh.ring(face).reduce((sum, h) => sum + county.ground.mesh.length(h), 0);
    if (length > need * 1.05 + 200) return finger;
    const away = (p: number): number =>
      Math.hypot(parcels.x[p]! - parcels.x[start]!, parcels.y[p]! - parcels.y[start]!);
    const next = neighbours(site, at)
      .filter((q) => !seen.has(q) && isRoad(q) && atParcel(county, state.boundary, q) === 0)
      .sort((a, b) => away(b) - away(a) || a - b)[0];
    if (next === undefined) return null;
    finger.push(next);
    seen.add(next);
    at = next;
  }
}

function neighbours(site: Site, p: number): number[] {
  const { parcels } = site.county.survey;
  return [...parcels.neighbour.subarray(parcels.first[p]!, parcels.first[p + 1]!)];
}
