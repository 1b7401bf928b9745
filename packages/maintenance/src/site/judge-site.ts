import {
  featureBox,
  featureCount,
  type Polygons,
  perimeter,
  planeArea,
  reprojectPolygons,
  transformBetween,
  vertexCount,
} from '@tuheng/geometry';
import { CGCS2000, layerSpec, roundArea, type SchemeYear, type Site, sha256 } from '@tuheng/standard';
import { hectares } from '../wording.ts';
import { siteLayers } from './layer-role.ts';
import { limitedActivityChances, type SiteShape } from './limited-activity-chances.ts';
import { QUESTION_BOOK_VERSION, questionBook } from './question-book.ts';
import { resolvePurpose } from './resolve-purpose.ts';
import { SiteError } from './site-error.ts';
import type { SitePlan } from './site-plan.ts';
import { judgeQuestion, type SiteContext } from './site-question.ts';
import type { SiteLayer, SiteNote, SitePurpose, SiteReport } from './site-report.ts';
import { type SiteWork, touchLayer, type WorkingSite } from './touched-layer.ts';

export interface SiteOptions {
  readonly purpose?: SitePurpose;
  /** Edition of the land-use codes in the plan's layers (GHYDYH, ZXCQGHYDYH). */
  readonly planLandUseYear?: SchemeYear;
  /** False leaves the pieces out of the report; areas are the same. True where not given. */
  readonly geometry?: boolean;
  /** Features of a layer described one by one, the largest shares; 1000 where not given. All count in the sums. */
  readonly mostFeatures?: number;
  /** Overrides of `defaultWork`. */
  readonly limits?: Partial<SiteWork>;
}

/** Some seconds at the most; a development zone of 50 km² with a boundary of 1,000 vertices is well within. */
const defaultWork: SiteWork = { features: 10_000, work: 5_000_000 };

/** A report on a whole county would hold all of its parcels. */
const MOST_FEATURES = 1000;
/** Degrees from the central meridian beyond which neither the plane nor the area rule can be relied on; a county lies well within. */
const FARTHEST = 4.5;
/** Share by which the area that a source states may differ from that of its coordinates. */
const STATED = 0.01;

/**
 * Holds a site against a plan: what it touches of every layer, and a verdict for every question. Pure: the same site, plan and options
 * give the same report, byte for byte. The plan is not changed and can be used for the next site.
 *
 * @throws SiteError `site.empty` for a site without ground; `site.too-far` for one nowhere near the plan, `site.too-large` for one
 *   that would cost too much; `site.unknown-land-use`, `site.unknown-activity` for a purpose that is none
 */
export async function judgeSite(site: Site, plan: SitePlan, options: SiteOptions = {}): Promise<SiteReport> {
  const { purpose = {}, planLandUseYear, geometry = true, mostFeatures = MOST_FEATURES } = options;
  const resolved = resolvePurpose(purpose);
  const notes: SiteNote[] = site.notes.map((note) => ({ ...note, input: 'site' }));
  const { polygons, area, box } = workingSite(site, plan, notes);
  const toLonLat = transformBetween(plan.plane, CGCS2000);
  const layers = [...plan.layers.values()].map((layer) =>
    touchLayer({ polygons, area, box }, layer, plan, {
      landUseYear: planLandUseYear,
      geometry,
      mostFeatures,
      limits: { ...defaultWork, ...options.limits },
      toLonLat,
    }),
  );
  const byCode = new Map(layers.map((layer) => [layer.code, layer]));
  const redLine = byCode.get('STBHHX');
  const limitedActivities =
    redLine && redLine.touched > 0
      ? limitedActivityChances({
          purpose: resolved,
          redLine,
          survey: byCode.get('DLTB'),
          shape: shapeOf(polygons),
        })
      : [];
  const context: SiteContext = {
    limitedActivities,
    purpose: resolved,
    landUseYear: planLandUseYear,
    layer: (code) => byCode.get(code),
    beyondPlan: beyondPlan(byCode.get('XZQ'), byCode.get('GHFQ')),
  };
  notes.push(...repairNotes(layers, plan));
  const total = plan.measure.total(polygons);
  const body = {
    site: {
      name: site.name,
      format: site.format,
      crs: { epsg: site.crs.epsg, name: site.crs.name },
      parcels: site.parcels,
      parts: polygons.polygonStart.length - 1,
      area: roundArea(total.area),
      planeArea: roundArea(total.planeArea),
      box: degreeBox(reprojectPolygons(polygons, plan.plane, CGCS2000)),
    },
    purpose,
    inputs: [{ role: 'site' as const, name: site.name, digest: site.digest }, ...plan.inputs],
    crs: { epsg: plan.declared.epsg, name: plan.declared.name },
    planLandUseYear: planLandUseYear ?? null,
    questionBook: { version: QUESTION_BOOK_VERSION, digest: await questionDigest },
    tolerance: plan.tolerance,
    layers,
    absent: [...siteLayers]
      .filter(([code]) => !byCode.has(code))
      .map(([code, { role }]) => ({ code, title: layerSpec(code)!.title, role })),
    verdicts: questionBook.map((question) => judgeQuestion(question, context)),
    limitedActivities,
    notes,
  };
  return { schema: 'tuheng.site/1', id: await sha256(JSON.stringify(body)), ...body };
}

const questionDigest = sha256(JSON.stringify(questionBook));

/** The site in the plan's plane, valid, its parcels joined: ground that two parcels claim counts once. */
function workingSite(site: Site, plan: SitePlan, notes: SiteNote[]): WorkingSite {
  refuseFar(site, plan);
  const projected = reprojectPolygons(site.polygons, site.crs, plan.plane);
  const { polygons: sound, repaired } = plan.overlay.repair(projected);
  if (repaired.length > 0) {
    notes.push({
      code: 'geometry.repair.even-odd',
      input: 'site',
      count: repaired.length,
      message: `用地有 ${repaired.length} 个地块自相交或环退化，计算前按奇偶规则修复。`,
    });
  }
  const polygons = featureCount(sound) > 1 ? joined(sound, plan, notes) : sound;
  const area = vertexCount(polygons) === 0 ? 0 : plan.measure.total(polygons).area;
  if (!(area > 0)) throw new SiteError('site.empty', `用地 ${site.name} 没有面积。请提供闭合的面。`);
  if (site.crs.epsg !== plan.declared.epsg) {
    notes.push({
      code: 'site.reprojected',
      input: 'site',
      message: `用地坐标由 ${site.crs.name}（EPSG:${site.crs.epsg}）换算后比对；面积按规划数据库坐标系 ${plan.declared.name} 的规定路径计算。`,
    });
  }
  const stated = statedArea(site);
  if (stated !== undefined && Math.abs(stated - area) > STATED * area) {
    notes.push({
      code: 'site.stated-area',
      input: 'site',
      message: `用地资料写明面积 ${hectares(stated)}，按坐标计算为 ${hectares(area)}，请核对坐标是否完整。`,
    });
  }
  return { polygons, area, box: boxOf(polygons) };
}

/** What the source states for all parcels together, m²; undefined where it leaves one out. */
function statedArea({ parcels }: Site): number | undefined {
  let sum = 0;
  for (const { statedHectares } of parcels) {
    if (statedHectares === null) return undefined;
    sum += statedHectares * 10_000;
  }
  return parcels.length === 0 ? undefined : sum;
}

function refuseFar({ name, polygons, crs }: Site, { plane }: SitePlan): void {
  if (vertexCount(polygons) === 0) return;
  const corner: [number, number] = [0, 0];
  transformBetween(crs, CGCS2000)(polygons.xy[0]!, polygons.xy[1]!, corner);
  if (Math.abs(corner[0] - plane.centralMeridian) <= FARTHEST) return;
  throw new SiteError(
    'site.too-far',
    `用地 ${name} 在东经 ${corner[0].toFixed(1)}°，离规划数据库（中央经线 ${plane.centralMeridian}°）过远。请核对用地坐标和带号，或选择所在县的规划。`,
  );
}

function joined(parcels: Polygons, plan: SitePlan, notes: SiteNote[]): Polygons {
  const polygons = plan.overlay.dissolve(parcels);
  const twice = plan.measure.total(parcels).planeArea - plan.measure.total(polygons).planeArea;
  if (twice > plan.tolerance.overlapArea) {
    notes.push({
      code: 'site.parcels-overlap',
      input: 'site',
      message: `用地的地块之间重叠 ${hectares(twice)}，重叠部分只计一次。`,
    });
  }
  return polygons;
}

function shapeOf(polygons: Polygons): SiteShape {
  let [boundary, area] = [0, 0];
  for (let f = 0; f < featureCount(polygons); f++) {
    boundary += perimeter(polygons, f);
    area += planeArea(polygons, f);
  }
  return { length: boundary / 2, width: (2 * area) / boundary };
}

function boxOf(polygons: Polygons): WorkingSite['box'] {
  let [west, south, east, north] = featureBox(polygons, 0);
  for (let f = 1; f < featureCount(polygons); f++) {
    const box = featureBox(polygons, f);
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

function degreeBox(polygons: Polygons): SiteReport['site']['box'] {
  const [west, south, east, north] = boxOf(polygons).map((value) => Math.round(value * 1e9) / 1e9);
  return [west!, south!, east!, north!];
}

/** Why the plan cannot speak for all of the site: its county ends within it, or nobody knows where it ends. */
function beyondPlan(region: SiteLayer | undefined, zones: SiteLayer | undefined): string[] {
  const border = region ?? zones;
  if (!border) return ['缺少行政区（XZQ）和规划分区（GHFQ）图层，不能确认用地在本县内'];
  if (border.outside.pieces === 0) return [];
  const area = hectares(border.outside.area);
  return region
    ? [`用地有 ${area} 在本县行政区外，本县规划对这部分没有记载`]
    : [`缺少行政区（XZQ）图层，且用地有 ${area} 不在规划分区内，不能确认用地全部在本县内`];
}

function repairNotes(layers: readonly SiteLayer[], plan: SitePlan): SiteNote[] {
  return layers.flatMap(({ code, title, touched }): SiteNote[] => {
    const { repaired } = plan.layers.get(code)!;
    if (touched === 0 || repaired.length === 0) return [];
    return [
      {
        code: 'geometry.repair.even-odd',
        input: 'plan',
        layer: code,
        count: repaired.length,
        message: `${title}有 ${repaired.length} 个图形自相交或环退化，比对前按奇偶规则修复；原数据未改动。`,
      },
    ];
  });
}
