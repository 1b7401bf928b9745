import { featureCount, type Pieces, type Polygons, type RoadNetwork } from '@tuheng/geometry';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter, PictureGround, VerdictTable } from '../../review.ts';
import { type Judgement, missing, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { decimal, hectares } from '../../wording.ts';
import { isUnder, LAND, type Maintained, onPlannedLand } from '../city-land/planned-land.ts';
import { type CityLine, onLine } from './city-line.ts';
import { ROADS, roadsOf, type Served, servedByRoads, servedStraight } from './reach.ts';

/** 城镇住宅用地 and 农村宅基地. */
const RESIDENTIAL = ['0701', '0703'];

/** Shares that differ by less are equal, %. */
const SAME = 1e-6;

/**
 * A rule that the service range of a line does not shrink: the share of planned residential land of the central city (0701, 0703) within
 * the service distance of the line's ground, each side by itself. With a layer of roads the distance runs along them, parcel by parcel;
 * without one it is straight.
 */
export function serviceRangeRule(line: CityLine, distance: Parameter): Rule {
  const id = `${line.id}.service-range`;
  return {
    id,
    title: `${line.name}服务范围不改变`,
    chapter: 'cityLines',
    algorithm:
      `服务比例 = “服务距离”以内的规划居住用地面积 ÷ 规划居住用地面积；居住用地为该版中心城区规划用地用海（${LAND}）中的 0701、0703，设施为该版${line.name}（${line.layer}）融合后的连片。` +
      `有道路中心线图层（${ROADS}，取自基础数据，没有则取备案库）时按路网距离：每个居住地块自内部点直线到最近的道路，沿道路（线端 1 m 内视为相接，只相交而无共同节点的不相接），再直线到设施边界上最近的点（边界每 20 m 取一点），全长 ≤ 服务距离的地块整块计入；没有时按直线距离：居住用地落入设施外扩服务距离范围的面积。` +
      '维护后比例 ≥ 备案比例为通过，否则不通过；缺图层、备案或维护后没有居住用地（比例无从算起）为证据不足；两版都没有设施图斑或都没有居住用地为不适用。',
    layers: [line.layer, LAND, ROADS],
    basis: line.basis,
    parameters: [distance],
    judge: (context) =>
      onLine(context, line, '%', () => {
        if (!context.layer('filed', LAND) && !context.layer('maintained', LAND)) {
          return missing('%', `两版数据库都没有中心城区规划用地用海图层（${LAND}）`);
        }
        const metres = Number(context.parameter(id, distance).value);
        return onPlannedLand(context, '%', (land) => judgeRange(context, line, land, metres));
      }),
  };
}

function judgeRange(context: RuleContext, line: CityLine, land: Maintained, distance: number): Judgement {
  const roads = roadsOf(context);
  const before = rangeOf(context, line, 'filed', land, distance, roads);
  const after = rangeOf(context, line, 'maintained', land, distance, roads);
  if (before.total + after.total === 0) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure('%'),
      explanation: '两版中心城区都没有规划居住用地，不涉及。',
    };
  }
  if (before.total === 0 || after.total === 0) {
    return missing(
      '%',
      `${before.total === 0 ? '备案' : '维护后'}中心城区没有规划居住用地，服务比例无从比较`,
    );
  }
  const share = { before: (before.area / before.total) * 100, after: (after.area / after.total) * 100 };
  const fails = share.after < share.before - SAME;
  const way = roads ? `路网距离（沿道路中心线 ${ROADS}）` : `直线距离（没有道路中心线图层 ${ROADS}）`;
  return {
    outcome: fails ? 'fail' : 'pass',
    measure: { ...share, limit: share.before, unit: '%' },
    explanation:
      `按${way} ${distance} m 计，${line.name}服务的规划居住用地由 ${hectares(before.area)}（占 ${hectares(before.total)}的 ${decimal(share.before)}%）` +
      `变为 ${hectares(after.area)}（占 ${hectares(after.total)}的 ${decimal(share.after)}%），服务比例${fails ? '降低' : '没有降低'}。`,
    details: [
      {
        label: '服务范围内的居住用地',
        measure: { before: before.area, after: after.area, limit: null, unit: 'm²' },
      },
      {
        label: '规划居住用地',
        measure: { before: before.total, after: after.total, limit: null, unit: 'm²' },
      },
    ],
    tables: [rangeTable(context, line, before, after, roads !== undefined, distance)],
    pictures: [
      {
        title: `${line.name}服务范围（${roads ? '路网' : '直线'}距离 ${distance} m）`,
        filed: picture(context, line, 'filed', before),
        maintained: picture(context, line, 'maintained', after),
      },
    ],
    evidence: fails ? lostService(context, land, before, after) : [],
  };
}

function rangeOf(
  context: RuleContext,
  { layer }: CityLine,
  side: Side,
  land: Maintained,
  distance: number,
  roads: RoadNetwork | undefined,
): Served {
  const facilities = context.patches(side, layer)!.polygons;
  const residential = residentialOf(context, land, side);
  return roads
    ? servedByRoads(context, residential, facilities, distance, roads)
    : servedStraight(context, residential, facilities, distance);
}

const residentialLand = new WeakMap<Maintained, Partial<Record<Side, Polygons>>>();

function residentialOf(context: RuleContext, land: Maintained, side: Side): Polygons {
  const known = residentialLand.get(land) ?? {};
  residentialLand.set(land, known);
  const { working, codes } = land[side];
  known[side] ??= context.overlay.select(
    working.polygons,
    [...codes.keys()].filter((f) => isUnder(codes[f]!, RESIDENTIAL)),
  );
  return known[side];
}

function rangeTable(
  context: RuleContext,
  { name, layer }: CityLine,
  before: Served,
  after: Served,
  alongRoads: boolean,
  distance: number,
): VerdictTable {
  const patches = (side: Side) => context.patches(side, layer)!;
  const row = (side: Side, title: string, { area, total }: Served) => [
    title,
    patches(side).areas.length,
    patches(side).total.area,
    total,
    area,
    total - area,
    (area / total) * 100,
  ];
  return {
    title: `${name}服务的居住用地`,
    columns: [
      { title: '版本', unit: '' },
      { title: '设施连片', unit: '片' },
      { title: '设施面积', unit: 'm²' },
      { title: '居住用地', unit: 'm²' },
      { title: '服务范围内', unit: 'm²' },
      { title: '服务范围外', unit: 'm²' },
      { title: '服务比例', unit: '%' },
    ],
    rows: [row('filed', '备案', before), row('maintained', '维护后', after)],
    note: alongRoads
      ? `路网距离 ${distance} m，居住地块整块计入。`
      : `直线距离 ${distance} m，没有道路中心线图层（${ROADS}）。`,
  };
}

function picture(
  context: RuleContext,
  { layer }: CityLine,
  side: Side,
  { served, unserved }: Served,
): PictureGround[] {
  return [
    ...context.pictureGround('served', served),
    ...context.pictureGround('unserved', unserved),
    ...context.pictureGround('facility', context.patches(side, layer)!.polygons),
  ];
}

/** Residential ground that is not served any more, new residential ground that is not, and served ground that is residential no more. */
function lostService(context: RuleContext, land: Maintained, before: Served, after: Served): Evidence[] {
  const { overlay } = context;
  const told = (pieces: Pieces, side: Side, label: string): Evidence[] => {
    const { real } = splitNoise(pieces, context.tolerance);
    return Array.from({ length: featureCount(real.polygons) }, (_, k) =>
      context.evidence(real.polygons, k, { code: LAND, side, label }),
    );
  };
  return [
    ...told(overlay.intersect(after.unserved, before.served), 'maintained', '失去服务的居住用地'),
    ...told(
      overlay.subtract(after.unserved, residentialOf(context, land, 'filed')),
      'maintained',
      '新增居住用地不在服务范围内',
    ),
    ...told(
      overlay.subtract(before.served, residentialOf(context, land, 'maintained')),
      'filed',
      '原在服务范围内的居住用地改作他用',
    ),
  ];
}
