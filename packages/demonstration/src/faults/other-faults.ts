import { RED_LINE_AREA } from '../ground/county-figures.ts';
import { Cover } from '../ground/ground.ts';
import { atParcel, setParcel } from '../plan/state.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** Parcels of a reserve by distance from one at its rim: what can leave it in one piece. */
function fromTheRim(site: Site, reserve: number): number[] {
  const { county, state } = site;
  const { parcels } = county.survey;
  const members = site.free((p) => {
    const cover = county.ground.cover[parcels.mainFace[p]!]!;
    const land = cover === Cover.wetland || cover === Cover.wood;
    return land && atParcel(county, state.redLine, p) === reserve + 1;
  });
  const rim = members.find((p) =>
    [...parcels.neighbour.subarray(parcels.first[p]!, parcels.first[p + 1]!)].some(
      (q) => atParcel(county, state.redLine, q) === 0 && parcels.area[q]! > 1e4,
    ),
  );
  if (rim === undefined) return [];
  const away = (p: number): number =>
    Math.hypot(parcels.x[p]! - parcels.x[rim]!, parcels.y[p]! - parcels.y[rim]!);
  return members.sort((a, b) => away(a) - away(b) || a - b);
}

/** Part of a reserve leaves the red line until it falls short, with the approval named but nothing put in its place. */
export function loseRedLine(site: Site): Planted {
  let left = site.area('redLine') - RED_LINE_AREA + 40e4;
  const chosen: number[] = [];
  for (const p of fromTheRim(site, 1)) {
    if (left <= 0) break;
    chosen.push(p);
    left -= site.areaOf([p]);
  }
  if (left > 0) throw site.noPlace('er.area', '自然保护区太小');
  site.move('redLine', chosen, 0);
  return {
    description: `调出生态保护红线 ${inHectares(site.areaOf(chosen))}，面积低于规划目标`,
    faces: site.facesOf(chosen),
  };
}

/** The red line gives up some wood or marsh and takes in more elsewhere; no document is named. */
export function moveRedLine(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const taken = site
    .free((p) => {
      const f = parcels.mainFace[p]!;
      return county.ground.cover[f] === Cover.wood && state.redLine[f] === 0 && parcels.area[p]! > 1e4;
    })
    .sort((a, b) => parcels.area[b]! - parcels.area[a]! || a - b)[0];
  if (taken === undefined) throw site.noPlace('er.change-has-basis', '红线外没有林地');
  site.move('redLine', [taken], 4);
  const given = fromTheRim(site, 0)
    .filter((p) => parcels.area[p]! <= parcels.area[taken]! && parcels.area[p]! > 2000)
    .slice(0, 1);
  site.move('redLine', given, 0);
  return {
    description: `生态保护红线调入 ${inHectares(site.areaOf([taken]))}、调出 ${inHectares(site.areaOf(given))}，未注明任何依据文件（目标值文件也未列）`,
    faces: site.facesOf([taken, ...given]),
  };
}

/** A building site in the middle of protected farmland comes into the boundary and stays protected. */
export function overlapLines(site: Site): Planted {
  const { county, state } = site;
  const { ofFace } = county.survey.parcels;
  const plot = county.plots.find(
    ({ kind, face }) => kind === 'site' && state.farmland[face]! > 0 && site.isFree(ofFace[face]!),
  );
  if (!plot) throw site.noPlace('lines.no-overlap', '没有合适的永久基本农田图斑');
  // 特别用途区 is not counted in the expansion multiple.
  state.boundary[plot.face] = 430;
  site.occupy(ofFace[plot.face]!);
  site.follow([plot.face]);
  return {
    description: `把永久基本农田中间 ${inHectares(county.ground.mesh.area(plot.face))}划入城镇开发边界而未调出，两线重叠`,
    faces: [plot.face],
  };
}

/** A block inside the boundary is given to 一般农业区. */
export function mismatchZone(site: Site): Planted {
  const { county, state } = site;
  const { parcels } = county.survey;
  const block = site
    .free((p) => {
      const f = parcels.mainFace[p]!;
      return (
        county.ground.town[f] === 0 && county.ground.cover[f] === Cover.urban && state.boundary[f] === 410
      );
    })
    .sort((a, b) => Math.abs(parcels.area[a]! - 5e4) - Math.abs(parcels.area[b]! - 5e4) || a - b)[0];
  if (block === undefined) throw site.noPlace('zoning.follows-lines', '县城内没有未变动的地块');
  setParcel(county, state.zone, block, 520);
  site.occupy(block);
  return {
    description: `把边界内 ${inHectares(parcels.area[block]!)}的规划分区改为一般农业区，与城镇开发边界不一致`,
    faces: site.facesOf([block]),
  };
}
