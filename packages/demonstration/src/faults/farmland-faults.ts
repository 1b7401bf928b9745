import { Cover } from '../ground/ground.ts';
import { groupsOf } from '../plan/groups.ts';
import { atParcel } from '../plan/state.ts';
import { codeOf } from '../survey/survey.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import { FARMLAND_ROOM } from '../targets.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** How far a total falls short where it should, m². */
const SHORT = 25e4;

/** What must go so that a line falls short of its target, m². */
function tooMuch(site: Site, line: 'farmland' | 'cultivated'): number {
  const target = site.area(line, site.filed.state) - FARMLAND_ROOM * 1e4;
  return site.area(line) - target + SHORT;
}

/** Whole patches lose their protection, so that nothing but the area gets worse. */
export function loseFarmland(site: Site): Planted {
  const { county, state } = site;
  const { survey } = county;
  const need = tooMuch(site, 'farmland');
  const members = new Set<number>();
  let weighted = 0;
  let total = 0;
  for (let p = 0; p < survey.parcels.count; p++) {
    if (atParcel(county, state.farmland, p) === 0) continue;
    members.add(p);
    weighted += survey.grade[p]! * survey.parcels.area[p]!;
    total += survey.parcels.area[p]!;
  }
  const mean = weighted / total;
  const patches = groupsOf(survey.parcels, members)
    .map((parcels) => ({ parcels, area: site.areaOf(parcels) }))
    .sort((a, b) => b.area - a.area)
    .slice(3)
    .filter(({ parcels, area }) => {
      if (!parcels.every((p) => site.isFree(p))) return false;
      const grade = parcels.reduce((sum, p) => sum + survey.grade[p]! * survey.parcels.area[p]!, 0) / area;
      return grade > mean - 0.2 && grade < mean + 1.5;
    });
  const chosen: number[] = [];
  let left = need;
  while (left > 0) {
    const enough = patches.filter(({ area }) => area >= left);
    const next = enough.at(-1) ?? patches[0];
    if (!next) throw site.noPlace('pbf.area', '没有可以整片调出的永久基本农田');
    patches.splice(patches.indexOf(next), 1);
    chosen.push(...next.parcels);
    left -= next.area;
  }
  site.move('farmland', chosen, 0);
  return {
    description: `调出永久基本农田 ${inHectares(site.areaOf(chosen))}而未补划，面积低于保护任务`,
    faces: site.facesOf(chosen),
  };
}

/** Grass and wood beside protected land are counted as permanent basic farmland. */
export function spoilQuality(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const poor = site
    .free((p) => {
      const f = parcels.mainFace[p]!;
      const open = ['0404', '0301', '0307', '0201'].includes(codeOf(county.survey, p));
      return (
        open &&
        county.ground.cover[f] === Cover.field &&
        parcels.area[p]! > 2000 &&
        state.boundary[f] === 0 &&
        state.redLine[f] === 0 &&
        besideFarmland(site, p)
      );
    })
    .sort((a, b) => parcels.area[a]! - parcels.area[b]! || a - b);
  const chosen: number[] = [];
  for (const p of poor) {
    if (site.areaOf(chosen) > 60e4) break;
    if (site.isFree(p) && chosen.every((q) => !adjacent(site, p, q))) chosen.push(p);
  }
  if (site.areaOf(chosen) < 20e4) throw site.noPlace('pbf.quality', '没有与永久基本农田相邻的草地、林地');
  site.move('farmland', chosen, 1);
  return {
    description: `把 ${inHectares(site.areaOf(chosen))}草地、林地充作永久基本农田，位于耕地上的比例降低`,
    faces: site.facesOf(chosen),
  };
}

function besideFarmland(site: Site, p: number): boolean {
  const { parcels } = site.county.survey;
  for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
    const beside = atParcel(site.county, site.state.farmland, parcels.neighbour[k]!) > 0;
    if (beside && parcels.shared[k]! > 40) return true;
  }
  return false;
}

function adjacent(site: Site, p: number, q: number): boolean {
  const { parcels } = site.county.survey;
  return parcels.neighbour.subarray(parcels.first[p]!, parcels.first[p + 1]!).includes(q);
}

/** The exchange of stray parcels for notches is undone, and new parcels far from all other protected land are added. */
export function scatterPatches(site: Site): Planted {
  const { county, filed, maintained } = site;
  const { survey } = county;
  const rank = (p: number): number =>
    survey.slope[p]! * 100 + survey.grade[p]! * 4 + survey.parcels.area[p]! / 1e6;
  const added = filed.farmland.spare
    .filter((p) => site.isFree(p))
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, 6);
  if (added.length === 0) throw site.noPlace('pbf.contiguity', '没有孤立的耕地');
  const { notches } = filed.farmland;
  site.move('farmland', [...maintained.released, ...added], 1);
  site.move('farmland', notches, 0);
  return {
    description: `不做零散地块置换，另新划 ${added.length} 块远离其他永久基本农田的耕地，图斑平均面积减小、连片组数增加`,
    faces: site.facesOf([...maintained.released, ...added, ...notches]),
  };
}

/** Specks of farmland in the middle of fields that are not protected. */
export function scatterFarmland(site: Site): Planted {
  const { county, state } = site;
  const { survey } = county;
  const { ofFace } = survey.parcels;
  const faces = county.plots
    .filter(({ kind }) => kind === 'farmland-speck')
    .map(({ face }) => face)
    .filter((f) => {
      const p = ofFace[f]!;
      return site.isFree(p) && isCultivatedIndex(survey.code[p]!) && state.farmland[f] === 0;
    })
    .slice(0, 2);
  if (faces.length < 2) throw site.noPlace('pbf.fragments', '县城周围没有未保护的耕地');
  for (const f of faces) {
    state.farmland[f] = 1;
    site.occupy(ofFace[f]!);
  }
  site.follow(faces);
  return { description: '在未保护的耕地中间新划 2 块约 270 m² 的永久基本农田碎图斑', faces };
}

/** Cultivated land leaves 耕地保护目标 although it is still cultivated. */
export function loseCultivated(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const kept = site
    .free((p) => {
      const f = parcels.mainFace[p]!;
      return state.cultivated[f]! > 0 && state.farmland[f] === 0 && county.ground.cover[f] === Cover.field;
    })
    .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b);
  const chosen: number[] = [];
  let left = tooMuch(site, 'cultivated');
  for (const p of kept) {
    if (left <= 0) break;
    if (chosen.some((q) => adjacent(site, p, q))) continue;
    chosen.push(p);
    left -= parcels.area[p]!;
  }
  if (left > 0) throw site.noPlace('cultivated.area', '未划入永久基本农田的耕地太少');
  site.move('cultivated', chosen, 0);
  return {
    description: `从耕地保护目标中删去 ${inHectares(site.areaOf(chosen))}，低于耕地保有量`,
    faces: site.facesOf(chosen),
  };
}
