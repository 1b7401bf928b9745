import type { ProjectRow } from '@tuheng/standard';
import type { CountyProject } from '../plan/county-project.ts';
import { addProject, basisOf, type ProjectIdea } from '../plan/projects.ts';
import { atParcel } from '../plan/state.ts';
import { isCultivatedIndex } from '../survey/survey-codes.ts';
import type { FaultId } from './fault.ts';
import { inHectares, type Planted, type Site } from './site.ts';

/** A kept project of the list by its number, which no other fault uses. */
function projectOf(site: Site, fault: FaultId, index: number): CountyProject {
  const found = site.state.projects.find((project) => project.index === index);
  if (!found) throw site.noPlace(fault, '重点建设项目太少');
  return found;
}

function change(site: Site, project: CountyProject, changes: Partial<ProjectRow>): readonly number[] {
  site.state.projects = site.state.projects.map((one) =>
    one === project ? { ...one, row: { ...one.row, ...changes } } : one,
  );
  return site.facesOf([project.parcel]);
}

/** Adds a project that is lawful but for `changes`. */
function add(site: Site, parcel: number, name: string, changes: Partial<ProjectRow>): readonly number[] {
  const own: ProjectIdea = {
    name: `演示${name}（虚构）`,
    level: '县级',
    category: '产业',
    nature: '新建',
    years: '2026—2028',
    siting: '单独选址',
  };
  addProject(site.county, site.state, parcel, own, {
    operation: 'add',
    basis: basisOf(2026, site.state.projects.length + 1),
    reason: '列入“十五五”规划重大工程',
    remark: '符合国家产业政策；演示数据（虚构）',
    ...changes,
  });
  site.occupy(parcel);
  return site.facesOf([parcel]);
}

/** The free parcel that meets a condition and is the nearest to a size, m². */
function place(site: Site, fault: FaultId, size: number, condition: (parcel: number) => boolean): number {
  const { area } = site.county.survey.parcels;
  const misfit = (p: number): number => Math.abs(Math.log(area[p]! / size));
  const [best] = site.free(condition).sort((a, b) => misfit(a) - misfit(b) || a - b);
  if (best === undefined) throw site.noPlace(fault, '没有合适的地块');
  return best;
}

/** A field outside all lines. */
function openField({ county, state }: Site, p: number): boolean {
  return (
    isCultivatedIndex(county.survey.code[p]!) &&
    atParcel(county, state.zone, p) === 520 &&
    [state.boundary, state.redLine, state.farmland].every((column) => atParcel(county, column, p) === 0)
  );
}

/** The level of a project changes, and no operation says so. */
export function changeSilently(site: Site): Planted {
  const project = projectOf(site, 'projects.operations', 2);
  const faces = change(site, project, { level: '省级' });
  return {
    description: `重点建设项目 ${project.row.number} 的级别由${project.row.level}改为省级，没有标明操作`,
    faces,
  };
}

/** Independent urban land “outside the boundary” inside it. */
export function siteInsideBoundary(site: Site): Planted {
  const { county, state } = site;
  const parcel = place(
    site,
    'projects.eligibility',
    3e4,
    (p) =>
      atParcel(county, state.boundary, p) === 410 &&
      [state.redLine, state.farmland, state.purple].every((column) => atParcel(county, column, p) === 0),
  );
  const faces = add(site, parcel, '物流园', { siting: '边界外独立城镇建设用地' });
  return {
    description: `增补的“边界外独立城镇建设用地”项目 ${inHectares(site.areaOf([parcel]))}，位于城镇开发边界内`,
    faces,
  };
}

/** A project is added that names a meeting for its basis. */
export function nameNoDocument(site: Site): Planted {
  const parcel = place(site, 'projects.basis', 5e4, (p) => openField(site, p));
  const faces = add(site, parcel, '农机服务中心', { basis: '县政府常务会议研究同意' });
  return { description: '增补的重点建设项目，依据只写会议同意，没有文号', faces };
}

/** A project on protected farmland, which the list does not say. */
export function siteOnFarmland(site: Site): Planted {
  const { county, state } = site;
  const parcel = place(
    site,
    'projects.siting',
    5e4,
    (p) =>
      atParcel(county, state.farmland, p) > 0 &&
      [state.boundary, state.redLine].every((column) => atParcel(county, column, p) === 0),
  );
  const faces = add(site, parcel, '采石场', { farmland: null });
  return {
    description: `增补的重点建设项目占用永久基本农田 ${inHectares(site.areaOf([parcel]))}，清单没有写明`,
    faces,
  };
}

/** A project whose list says more ground than it has. */
export function stateWrongArea(site: Site): Planted {
  const parcel = place(site, 'projects.table-and-geometry', 5e4, (p) => openField(site, p));
  const area = Math.round(site.areaOf([parcel]) * 0.013) * 100;
  const faces = add(site, parcel, '有机肥厂', { area });
  return {
    description: `增补的重点建设项目，清单用地规模 ${inHectares(area)}，图形只有 ${inHectares(site.areaOf([parcel]))}`,
    faces,
  };
}

/** A project is added under the name of one that is there. */
export function nameTwice(site: Site): Planted {
  const twin = projectOf(site, 'projects.duplicates', 4);
  const parcel = place(site, 'projects.duplicates', 5e4, (p) => openField(site, p));
  const faces = add(site, parcel, '', { name: twin.row.name });
  return { description: `增补的重点建设项目与 ${twin.row.number} 同名：${twin.row.name}`, faces };
}

/** The withdrawn project stays on the map. */
export function keepWithdrawn(site: Site): Planted {
  const project = site.state.projects.find(({ row }) => row.operation === 'withdraw');
  if (!project) throw site.noPlace('projects.withdrawn-gone', '没有清退的项目');
  const faces = site.facesOf([project.parcel]);
  for (const face of faces) site.state.project[face] = project.index;
  return { description: `清退的重点建设项目 ${project.row.number} 仍留在图层中`, faces };
}
