import {
  matchIdentical,
  meanWidth,
  type Polygons,
  planeArea,
  planeAreaMeasure,
  selectFeatures,
} from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { type MaintenanceSet, maintenanceSets } from '../plan-databases.ts';
import type { InspectionRule, RuleFinding, RuleOutcome } from '../rule.ts';

/** BSM is issued anew with each delivery: it is not identity. */
const NOT_COMPARED = ['BSM'];
/** These change with the outline of a feature. */
const OF_THE_OUTLINE = ['KCMJ', 'TBBH', 'YJJBNTTBBH'];

/** One layer as filed (A) and as maintained (B), in the plane of A, with the ground of WHQ and WHH. */
interface Comparison {
  readonly a: InspectedLayer;
  readonly b: InspectedLayer;
  readonly before: Polygons | undefined;
  readonly after: Polygons | undefined;
  /** Fields that both have, as far as they are compared. */
  readonly fields: readonly string[];
  readonly context: InspectionContext;
}

/**
 * V-05: outside WHQ and WHH nothing changed. A feature of the filed plan (A) with the same outline (on the run's grid) in the maintained
 * plan (B) has there the same values in all fields both have, as the files say them, unless half of it lies in WHQ. Of the other features,
 * the ground of A without WHQ and the ground of B without WHH have to be the same, and held by features with the same values; pieces
 * beyond noise (`sliverArea`, `sliverWidth`) are found. BSM is not compared, and where the outline differs, as with a feature that has
 * grown by a piece of WHH, areas and parcel numbers are not either. Layers without a set in the maintenance database have to be equal
 * throughout.
 */
export const nothingElseChanged: InspectionRule = {
  id: 'V-05',
  category: 'maintenance',
  severity: 'error',
  title: '维护范围以外没有变化',
  description: '备案库中维护前以外的土地，与维护后数据库中维护后以外的土地，图形和属性相同。',
  basis: [{ document: '维护层不变量', source: 'standards.md §2.2', confidence: 'derived' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有维护数据库，或没有同时提供备案库和维护后数据库。',
  subjects: (context) => {
    const { filed, maintained } = context.references;
    const sets = maintenanceSets(context);
    if (!filed || !maintained || sets.length === 0) return [];
    return filed
      .filter(({ delivered, spec }) => delivered.part === 'plan' && spec.maintainable)
      .filter(({ code }) => maintained.some((layer) => layer.code === code))
      .map(({ code }) => {
        const set = sets.find(({ spec }) => spec.code === code);
        const layers = [set?.before, set?.after].filter((layer) => layer !== undefined);
        return { name: code, database: (set ?? sets[0]!).database, layers };
      });
  },
  inspect({ name }, context) {
    const { filed, maintained } = context.references;
    const a = filed!.find(({ code }) => code === name)!;
    const b = maintained!.find(({ code }) => code === name)!;
    const set = maintenanceSets(context).find(({ spec }) => spec.code === name);
    if (set && !(set.before && set.after)) {
      return { findings: [], notRun: `${name} 的维护图层不全（见 C-05）。` };
    }
    if (!a.crs || !b.crs) return { findings: [], notRun: '备案库或维护后数据库的坐标系不明。' };
    return compare(comparisonOf(a, b, set, context));
  },
};

function comparisonOf(
  a: InspectedLayer,
  b: InspectedLayer,
  set: MaintenanceSet | undefined,
  context: InspectionContext,
): Comparison {
  return {
    a,
    b,
    before: set?.before && context.soundIn(set.before, a.plane),
    after: set?.after && context.soundIn(set.after, a.plane),
    fields: [...a.delivered.columns.keys()].filter(
      (field) => b.hasField(field) && !NOT_COMPARED.includes(field),
    ),
    context,
  };
}

function compare(comparison: Comparison): RuleOutcome {
  const { a, b, fields, context } = comparison;
  const soundA = context.sound(a);
  const soundB = context.soundIn(b, a.plane);
  const match = matchIdentical(soundA, soundB, context.tolerance.grid);
  const lost: number[] = [];
  const isKept = new Uint8Array(b.count);
  const revalued: number[] = [];
  match.forEach((row, f) => {
    if (row < 0) {
      lost.push(f);
      return;
    }
    isKept[row] = 1;
    if (differing(comparison, fields, f, row).length > 0) revalued.push(f);
  });
  const news: number[] = [];
  for (let f = 0; f < b.count; f++) if (isKept[f] === 0) news.push(f);
  return {
    findings: [
      ...undeclaredValues(comparison, soundA, revalued, match),
      ...undeclaredGround(comparison, selectFeatures(soundA, lost), lost, selectFeatures(soundB, news), news),
    ],
  };
}

function differing(
  { a, b }: Comparison,
  fields: readonly string[],
  f: number,
  row: number,
): readonly string[] {
  return fields.filter((field) => a.rawText(field, f) !== b.rawText(field, row));
}

/** Features that keep their outline and change their values, and do not lie in WHQ. */
function undeclaredValues(
  comparison: Comparison,
  soundA: Polygons,
  rows: readonly number[],
  match: Int32Array,
): RuleFinding[] {
  const { a, before, fields, context } = comparison;
  const shapes = selectFeatures(soundA, rows);
  const covered = new Float64Array(rows.length);
  if (before && rows.length > 0) {
    const { left, values } = context.overlay.shares(shapes, before, [planeAreaMeasure]);
    for (let k = 0; k < left.length; k++) covered[left[k]!]! += values[0]![k]!;
  }
  return rows.flatMap((f, i) => {
    if (covered[i]! >= planeArea(shapes, i) / 2) return [];
    return [otherValues(a, f, differing(comparison, fields, f, match[f]!), shapes, i)];
  });
}

function otherValues(
  layer: InspectedLayer,
  feature: number,
  fields: readonly string[],
  polygons: Polygons,
  at: number,
): RuleFinding {
  return {
    layer,
    feature,
    attribute: fields[0]!,
    message: `不在维护前 WHQ${layer.code} 内，维护后的 ${fields.join('、')} 却与备案不同。`,
    place: { kind: 'feature', polygons, feature: at },
    suggestion,
  };
}

const suggestion = '恢复备案的图形和属性，或把这处变更纳入维护图层。';

/** Ground of features without a twin: what A has without WHQ against what B has without WHH. */
function undeclaredGround(
  comparison: Comparison,
  lost: Polygons,
  lostRows: readonly number[],
  news: Polygons,
  newRows: readonly number[],
): RuleFinding[] {
  const { a, b, before, after, fields, context } = comparison;
  const restA = without(context, lost, lostRows, before);
  const restB = without(context, news, newRows, after);
  const gone = pieces(
    context,
    a,
    restA,
    restB.polygons,
    (area) => `有 ${area} m² 不在维护前 WHQ${a.code} 内，维护后却没有了。`,
  );
  const added = pieces(
    context,
    b,
    restB,
    restA.polygons,
    (area) => `有 ${area} m² 不在维护后 WHH${a.code} 内，备案库却没有。`,
  );
  const comparable = fields.filter(
    (field) => !OF_THE_OUTLINE.includes(field) && !a.spec.areaFields.includes(field),
  );
  const { left, right, values } = context.overlay.shares(restA.polygons, restB.polygons, [planeAreaMeasure]);
  const told = new Set<number>();
  const changed: RuleFinding[] = [];
  for (let k = 0; k < left.length; k++) {
    const f = restA.rows[left[k]!]!;
    // A sliver between neighbours is no ground of theirs.
    if (
      told.has(f) ||
      values[0]![k]! < Math.max(context.tolerance.sliverArea, planeArea(restA.polygons, left[k]!) / 2)
    )
      continue;
    const names = differing(comparison, comparable, f, restB.rows[right[k]!]!);
    if (names.length === 0) continue;
    told.add(f);
    changed.push(otherValues(a, f, names, restA.polygons, left[k]!));
  }
  return [...gone, ...added, ...changed];
}

/** Pieces of features, each with the row of its feature. */
interface Rest {
  readonly polygons: Polygons;
  readonly rows: readonly number[];
}

function without(
  { overlay }: InspectionContext,
  polygons: Polygons,
  rows: readonly number[],
  cover: Polygons | undefined,
): Rest {
  if (!cover) return { polygons, rows };
  const rest = overlay.subtract(polygons, cover);
  return { polygons: rest.polygons, rows: Array.from(rest.left, (f) => rows[f]!) };
}

/** What of `rest` lies outside `cover`, beyond noise. */
function pieces(
  { overlay, tolerance }: InspectionContext,
  layer: InspectedLayer,
  rest: Rest,
  cover: Polygons,
  message: (area: string) => string,
): RuleFinding[] {
  const { polygons, left } = overlay.subtract(rest.polygons, cover);
  const findings: RuleFinding[] = [];
  for (let k = 0; k < left.length; k++) {
    const area = planeArea(polygons, k);
    if (area < tolerance.sliverArea || meanWidth(polygons, k) < tolerance.sliverWidth) continue;
    findings.push({
      layer,
      feature: rest.rows[left[k]!]!,
      message: message(area.toFixed(2)),
      place: { kind: 'feature', polygons, feature: k },
      area,
      suggestion,
    });
  }
  return findings;
}
