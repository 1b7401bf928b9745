import {
  facilityName,
  isOutsideLines,
  parcelsWhere,
  pockets,
  pointFacility,
  QUARTER,
  QUARTER_FRINGE,
  usedAs,
  withoutName,
} from '../plan/city-lines.ts';
import { type PlannedUse, useIndex, useOf } from '../plan/planned-use.ts';
import { type ServingLine, servedShare, serviceDistances, wayTo } from '../plan/service.ts';
import { atParcel, type PlanState, setParcel } from '../plan/state.ts';
import { touching } from '../survey/parcels.ts';
import { inHectares, type Planted, type Site } from './site.ts';

type Line = 'blue' | 'green' | 'yellow' | 'purple';
const names: Readonly<Record<Line, string>> = {
  blue: '城市蓝线',
  green: '城市绿线',
  yellow: '城市黄线',
  purple: '城市紫线',
};

/** Number of a building that nobody named. */
const UNNAMED_BUILDING = 50;
/** Patches become so many times as many: more than the county's limit. */
const SCATTERED = 1.7;

/** Parcels wholly in a line on file and still, in order. */
function members({ county, filed, state }: Site, line: Line): number[] {
  return parcelsWhere(
    county,
    (p) => atParcel(county, filed.state[line], p) > 0 && atParcel(county, state[line], p) > 0,
  );
}

const lineArea = (site: Site, line: Line, of = site.state): number => site.sum((f) => of[line][f]! > 0);

/** Takes ground out of a line until it is smaller than on file; what does not do the line's work first. */
export function shrinkLine(line: Exclude<Line, 'purple'>, kind: string): (site: Site) => Planted {
  return (site) => {
    const { county, state, filed } = site;
    const { area } = county.survey.parcels;
    const candidates = members(site, line).sort(
      (a, b) =>
        Number(usedAs(county, state, a, kind)) - Number(usedAs(county, state, b, kind)) ||
        area[a]! - area[b]! ||
        a - b,
    );
    const gone: number[] = [];
    while (candidates.length > 0 && lineArea(site, line) >= lineArea(site, line, filed.state) - 100) {
      const p = candidates.find((one) => servesWithout(site, line, one)) ?? candidates[0]!;
      candidates.splice(candidates.indexOf(p), 1);
      gone.push(p);
      setParcel(county, state[line], p, 0);
      site.occupy(p);
    }
    if (gone.length === 0) throw site.noPlace(`${line}.area`, `${names[line]}内没有地块`);
    return {
      description: `从${names[line]}调出 ${inHectares(site.areaOf(gone))}，面积低于备案`,
      faces: site.facesOf(gone),
    };
  };
}

/** Whether a line without one of its parcels serves as many homes as on file. */
function servesWithout({ county, filed, state }: Site, line: Line, p: number): boolean {
  if (line === 'blue') return true;
  const value = atParcel(county, state[line], p);
  setParcel(county, state[line], p, 0);
  const share = servedShare(county, state, line);
  setParcel(county, state[line], p, value);
  return share >= servedShare(county, filed.state, line) + 1e-4;
}

/** Small plots all over the city come into a line, until it has many more patches. */
export function scatterLine(line: 'green' | 'yellow', value: number): (site: Site) => Planted {
  return (site) => {
    const { county, filed, state } = site;
    const { parcels } = county.survey;
    const patches = (of: PlanState): number => new Set(parts(site, (f) => of[line][f]! > 0).values()).size;
    const wanted = Math.ceil(patches(filed.state) * SCATTERED) + 1;
    const used = (face: number): boolean =>
      (['blue', 'green', 'yellow', 'purple'] as const).some((one) => state[one][face]! > 0);
    const faces: number[] = [];
    const missing = (): number => wanted - patches(state);
    for (const { face } of pockets(county, filed.state)) {
      if (missing() <= 0) break;
      if (used(face)) continue;
      state[line][face] = value;
      faces.push(face);
    }
    const blocks = parcelsWhere(
      county,
      (p) => isOutsideLines(county, state, p) && site.isFree(p) && usedAs(county, state, p, '0701'),
    ).sort((a, b) => parcels.area[a]! - parcels.area[b]! || a - b);
    for (const p of blocks) {
      if (missing() <= 0) break;
      if (!isOutsideLines(county, state, p) || !site.isFree(p)) continue;
      setParcel(county, state[line], p, value);
      faces.push(...site.facesOf([p]));
      site.occupy(p);
    }
    if (missing() > 0) throw site.noPlace(`${line}.layout`, '县城内没有足够的地块');
    return {
      description: `把县城内 ${faces.length} 处零散小地块划入${names[line]}，连片数量大增`,
      faces,
    };
  };
}

/** Faces that meet a condition, each with the part over edges that it belongs to. */
function parts({ county }: Site, condition: (face: number) => boolean): Map<number, number> {
  const { mesh } = county.ground;
  const part = new Map<number, number>();
  for (let start = 1; start < mesh.faceCount; start++) {
    if (!condition(start) || part.has(start)) continue;
    const open = [start];
    part.set(start, start);
    for (let face = open.pop(); face !== undefined; face = open.pop()) {
      for (const h of mesh.ring(face)) {
        const beside = mesh.face[h ^ 1]!;
        if (beside === 0 || part.has(beside) || !condition(beside)) continue;
        part.set(beside, start);
        open.push(beside);
      }
    }
  }
  return part;
}

/** The blue line grows over the ground around a pond until its mean patch is far larger. */
export function swellBlue(site: Site): Planted {
  const { county, filed, state } = site;
  const { parcels } = county.survey;
  const wanted = SCATTERED * lineArea(site, 'blue', filed.state);
  const grown: number[] = [];
  const open = members(site, 'blue');
  const seen = new Set(open);
  while (lineArea(site, 'blue') < wanted && open.length > 0) {
    const p = open.shift()!;
    for (const q of [...parcels.neighbour.subarray(parcels.first[p], parcels.first[p + 1])].sort(
      (a, b) => a - b,
    )) {
      if (lineArea(site, 'blue') >= wanted) break;
      const inCity = county.ground.town[parcels.mainFace[q]!] === 0;
      if (seen.has(q) || !inCity || atParcel(county, state.blue, q) > 0) continue;
      seen.add(q);
      open.push(q);
      grown.push(q);
      setParcel(county, state.blue, q, 1);
    }
  }
  if (lineArea(site, 'blue') < wanted) throw site.noPlace('blue.layout', '蓝线周围没有地块');
  return {
    description: `城市蓝线向四周扩大 ${inHectares(site.areaOf(grown))}，平均连片面积大增`,
    faces: site.facesOf(grown),
  };
}

/** Ground of a line that does its work gets another planned class; its number in the line stays. */
export function misuseLine(line: Line, kind: string, uses: readonly PlannedUse[]): (site: Site) => Planted {
  return (site) => {
    const { county, state } = site;
    const { area } = county.survey.parcels;
    const [chosen] = members(site, line)
      .filter((p) => usedAs(county, state, p, kind))
      .sort((a, b) => area[a]! - area[b]! || a - b);
    if (chosen === undefined) throw site.noPlace(`${line}.function`, `${names[line]}内没有 ${kind} 类用地`);
    const before = useOf(atParcel(county, state.cityUse, chosen));
    const after = uses.find((use) => use !== before)!;
    setParcel(county, state.cityUse, chosen, useIndex(after));
    site.occupy(chosen);
    return {
      description: `把${names[line]}内 ${inHectares(site.areaOf([chosen]))}规划用地由 ${before} 改为 ${after}，功能降低`,
      faces: site.facesOf([chosen]),
    };
  };
}

/**
 * What a line took in is given up again, and land where nobody lives becomes homes beyond its service distance, until its share of homes is
 * lower than on file.
 */
export function buildBeyondService(line: 'green' | 'yellow'): (site: Site) => Planted {
  return (site) => {
    const { county, filed, state } = site;
    const { parcels } = county.survey;
    const given = site.wanted.includes(`${line}.layout`) ? [] : giveUpAdded(site, line);
    const other: ServingLine = line === 'green' ? 'yellow' : 'green';
    const rank: readonly string[] = ['16', '0902', '0901', '1101', '1001'];
    const useAt = (p: number): number => rank.indexOf(useOf(atParcel(county, state.cityUse, p)));
    const beyond = (of: ServingLine): ((p: number) => boolean) => {
      const way = wayTo(county, state, of);
      return (p) => way(parcels.x[p]!, parcels.y[p]!) > serviceDistances[of];
    };
    const isFar = beyond(line);
    // Where the other line is to fail besides, what is built here must not do it good.
    const both = site.wanted.includes(`${other}.service-range`);
    const isFarFromOther = beyond(other);
    const isOutside = (p: number): boolean =>
      isOutsideLines(county, state, p) && isOutsideLines(county, filed.state, p);
    const bySize = (a: number, b: number): number => parcels.area[a]! - parcels.area[b]! || a - b;
    const plots = parcelsWhere(
      county,
      (p) =>
        atParcel(county, state.cityUse, p) > 0 &&
        useAt(p) >= 0 &&
        isOutside(p) &&
        isFar(p) &&
        (!both || isFarFromOther(p)),
    ).sort((a, b) => useAt(a) - useAt(b) || bySize(a, b));
    const homes = parcelsWhere(
      county,
      (p) => usedAs(county, state, p, '0701') && isOutside(p) && !isFar(p),
    ).sort(bySize);
    const chosen: number[] = [];
    const lower = (of: ServingLine): boolean =>
      servedShare(county, state, of) < servedShare(county, filed.state, of) - 1e-4;
    // Homes where nothing is served; where there is no room for more, what is served becomes shops.
    for (const p of [...plots, ...homes]) {
      if (chosen.length > 0 && lower(line)) break;
      const before = atParcel(county, state.cityUse, p);
      setParcel(county, state.cityUse, p, useIndex(useOf(before) === '0701' ? '0901' : '0701'));
      if (lower(other) && !both) {
        setParcel(county, state.cityUse, p, before);
        continue;
      }
      chosen.push(p);
      site.occupy(p);
    }
    if (!lower(line)) throw site.noPlace(`${line}.service-range`, '服务范围外没有足够的地块');
    return {
      description: `取消${names[line]}新增的地块，在其服务距离以外新增居住用地（不够时把范围内的居住用地改为商业用地）共 ${inHectares(site.areaOf(chosen))}，服务比例低于备案`,
      faces: [...site.facesOf(chosen), ...given],
    };
  };
}

/** The plots that a line took in leave it. */
function giveUpAdded({ filed, state }: Site, line: 'green' | 'yellow'): number[] {
  const added = [...state[line].keys()].filter((f) => state[line][f]! > 0 && filed.state[line][f] === 0);
  for (const f of added) state[line][f] = 0;
  return added;
}

/** Plots in the city, apart from all water, come into the blue line until the water has more parts than on file. */
export function isolateWater(site: Site): Planted {
  const { county, filed, state } = site;
  const { ofFace } = county.survey.parcels;
  const water = useIndex('1704');
  const waters = (of: PlanState): number =>
    new Set(parts(site, (f) => of.blue[f]! > 0 || of.cityUse[f] === water).values()).size;
  const isWet = (p: number): boolean =>
    p >= 0 && (atParcel(county, state.blue, p) > 0 || usedAs(county, state, p, '1704'));
  const isFree = (face: number): boolean => {
    const host = ofFace[face]!;
    const used = (['blue', 'green', 'yellow', 'purple'] as const).some((line) => state[line][face]! > 0);
    return !used && !isWet(host) && ![...touching(county.ground, county.survey.parcels, host)].some(isWet);
  };
  const added: number[] = [];
  for (const { face } of pockets(county, filed.state)) {
    if (waters(state) > waters(filed.state)) break;
    if (!isFree(face)) continue;
    state.blue[face] = 1;
    added.push(face);
  }
  if (waters(state) <= waters(filed.state)) {
    throw site.noPlace('blue.connectivity', '县城内没有合适的小地块');
  }
  return {
    description: `在城市蓝线中新增 ${added.length} 处与其他水面都不相连的孤立水面，水系连通分量增加`,
    faces: added,
  };
}

/** A point facility that is on no list is called something else than it is. */
export function retypeFacility(site: Site): Planted {
  const { filed, state } = site;
  const face = state.yellow.findIndex(
    (value, f) =>
      facilityName(value) !== null && value >= pointFacility(3) && filed.state.yellow[f] === value,
  );
  if (face < 0) throw site.noPlace('yellow.facilities', '城市黄线内没有点状设施');
  state.yellow[face] = state.yellow[face]! + 1;
  return { description: '把一处点状设施改为另一种类型，原类型的设施少了一处', faces: [face] };
}

/** The first facility of the list does not bear its name any more. */
export function dropFacilityName(site: Site): Planted {
  const { state } = site;
  const face = state.yellow.indexOf(pointFacility(0));
  if (face < 0) throw site.noPlace('yellow.point-facilities', '城市黄线内没有清单所列的设施');
  state.yellow[face] = withoutName(state.yellow[face]!);
  return { description: '清单所列的一处点状设施在图上没有名称，清单与图斑对不上', faces: [face] };
}

const facesWhere = ({ state }: Site, condition: (value: number) => boolean): number[] =>
  [...state.purple.keys()].filter((f) => state.purple[f]! > 0 && condition(state.purple[f]!));

function takeOut(site: Site, faces: readonly number[]): void {
  for (const f of faces) site.state.purple[f] = 0;
}

/** The ground beside the historic quarter leaves the line. */
export function shrinkPurple(site: Site): Planted {
  const faces = facesWhere(site, (value) => value === QUARTER_FRINGE);
  if (faces.length === 0) throw site.noPlace('purple.area', '城市紫线内没有建设控制地带');
  takeOut(site, faces);
  return { description: '从城市紫线调出历史地段的建设控制地带，面积低于备案', faces };
}

/** A site on file, smaller than what is added, leaves the line. */
export function leaveOldExtent(site: Site): Planted {
  const faces = facesWhere(site, (value) => value === 1);
  if (faces.length === 0) throw site.noPlace('purple.extent', '城市紫线内没有备案的历史建筑');
  takeOut(site, faces);
  return { description: '从城市紫线调出一处备案的历史建筑（演示旧影院），原范围没有全部保留', faces };
}

/** All but the historic quarter itself leaves the line; what stands in it is not told apart any more. */
export function emptyPurple(site: Site): Planted {
  const { ofFace } = site.county.survey.parcels;
  const quarter = new Set(facesWhere(site, (value) => value === QUARTER).map((f) => ofFace[f]!));
  const faces = facesWhere(site, (value) => value !== QUARTER);
  if (faces.length === 0) throw site.noPlace('purple.service-range', '城市紫线内没有历史建筑');
  takeOut(site, faces);
  for (const f of faces) if (quarter.has(ofFace[f]!)) site.state.purple[f] = QUARTER;
  return { description: '城市紫线只留历史地段，历史建筑全部调出，服务比例低于备案', faces };
}

/** One of the seven is drawn without its name. */
export function forgetBuilding(site: Site): Planted {
  const faces = facesWhere(site, (value) => value > 2 && value < UNNAMED_BUILDING).slice(0, 1);
  if (faces.length === 0) throw site.noPlace('purple.historic-buildings', '城市紫线内没有名录所列的建筑');
  site.state.purple[faces[0]!] = UNNAMED_BUILDING;
  return { description: '名录所列的一处历史建筑在城市紫线中没有名称，名录不完整', faces };
}
