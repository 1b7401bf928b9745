import {
  featureCount,
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
const NOT_COMPARED = new Set(['BSM']);

/**
 * V-05: outside WHQ and WHH nothing changed. Features of the filed plan (A) that lie in WHQ by less than half of their area are to be
 * found again among those of the maintained plan (B) outside WHH: the same outline on the run's grid, and the same values of all fields
 * both have, as the files say them. BSM is not compared. Where the outline is another one, since what came in was merged with it, its ground
 * must be there with the same class, and B may have no other new ground than WHH. Layers of A and B without a set in the maintenance database have to be equal throughout.
 */
export const nothingElseChanged: InspectionRule = {
  id: 'V-05',
  category: 'maintenance',
  severity: 'error',
  title: '维护范围以外没有变化',
  description: '备案库中维护前以外的要素，与维护后数据库中维护后以外的要素，图形和属性完全相同。',
  basis: [{ document: '维护层不变量', source: 'standards.md §2.2', confidence: 'derived' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有维护数据库，或没有同时提供备案库和维护后数据库。',
  subjects: (context) => {
    const { filed, maintained } = context.references;
    if (!filed || !maintained) return [];
    const sets = maintenanceSets(context);
    if (sets.length === 0) return [];
    return filed
      .filter(({ delivered, spec }) => delivered.part === 'plan' && spec.maintainable)
      .filter(({ code }) => maintained.some((layer) => layer.code === code))
      .map(({ code }) => {
        const set = sets.find(({ spec }) => spec.code === code);
        const { database } = set ?? sets[0]!;
        return {
          name: code,
          database,
          layers: [set?.before, set?.after].filter((layer) => layer !== undefined),
        };
      });
  },
  inspect({ name, database }, context) {
    const { filed, maintained } = context.references;
    const a = filed!.find(({ code }) => code === name)!;
    const b = maintained!.find(({ code }) => code === name)!;
    const set = maintenanceSets(context).find(
      (candidate) => candidate.database === database && candidate.spec.code === name,
    );
    if (set && !(set.before && set.after))
      return { findings: [], notRun: `${name} 的维护图层不全（见 C-05）。` };
    if (!a.crs || !b.crs) return { findings: [], notRun: '备案库或维护后数据库的坐标系不明。' };
    return compare(a, b, set, context);
  },
};

function compare(
  a: InspectedLayer,
  b: InspectedLayer,
  set: MaintenanceSet | undefined,
  context: InspectionContext,
): RuleOutcome {
  const inA = set?.before ? context.soundIn(set.before, a.plane) : undefined;
  const inB = set?.after ? context.soundIn(set.after, a.plane) : undefined;
  const rowsA = outside(context, context.sound(a), a.polygons, inA);
  const soundB = context.soundIn(b, a.plane);
  const rowsB = outside(context, soundB, soundB, inB);
  const restA = selectFeatures(context.sound(a), rowsA);
  const restB = selectFeatures(soundB, rowsB);
  const match = matchIdentical(restA, restB, context.tolerance.grid);
  const fields = [...a.delivered.columns.keys()].filter(
    (field) => b.hasField(field) && !NOT_COMPARED.has(field),
  );
  const findings: RuleFinding[] = [];
  const lost: number[] = [];
  const matched = new Uint8Array(rowsB.length);
  match.forEach((k, i) => {
    const row = rowsA[i]!;
    if (k < 0) {
      lost.push(i);
      return;
    }
    matched[k] = 1;
    const changed = fields.filter((field) => a.rawText(field, row) !== b.rawText(field, rowsB[k]!));
    if (changed.length === 0) return;
    const names = changed.join('、');
    findings.push({
      ...finding(a, row, restA, i, `不在维护前 WHQ 内，维护后的 ${names} 却与备案不同。`),
      attribute: changed[0]!,
    });
  });
  const news = rowsB.map((_, k) => k).filter((k) => matched[k] === 0);
  return {
    findings: [
      ...findings,
      ...regrouped(a, b, { rowsA, rowsB, restA, restB, soundB, inB, lost, news }, context),
    ],
  };
}

interface Regrouped {
  readonly rowsA: readonly number[];
  readonly rowsB: readonly number[];
  readonly restA: Polygons;
  readonly restB: Polygons;
  readonly soundB: Polygons;
  /** WHH, in the plane of A. */
  readonly inB: Polygons | undefined;
  /** Features of `restA` and of `restB` without a counterpart of the same shape. */
  readonly lost: readonly number[];
  readonly news: readonly number[];
}

/**
 * Features that were merged with what came in, or cut where something went out, have no counterpart of the same shape. Their ground tells:
 * it must still be there, of the same class, and no other ground may have come than that of WHH.
 */
function regrouped(
  a: InspectedLayer,
  b: InspectedLayer,
  { rowsA, rowsB, restA, restB, soundB, inB, lost, news }: Regrouped,
  context: InspectionContext,
): RuleFinding[] {
  const { overlay } = context;
  const ofA = selectFeatures(restA, lost);
  const gone = overlay.subtract(ofA, soundB);
  const added = overlay.subtract(selectFeatures(restB, news), context.sound(a));
  const unexplained = inB ? overlay.subtract(added.polygons, inB) : added;
  const field = a.spec.comparedField;
  const classOf = (layer: InspectedLayer, row: number) => (field ? layer.text(field, row) : null);
  const otherClass = field
    ? overlay.intersect(ofA, soundB, (f, g) => classOf(a, rowsA[lost[f]!]!) !== classOf(b, g))
    : undefined;
  const rowOfA = (f: number) => rowsA[lost[f]!]!;
  return [
    ...real(context, gone.polygons).map((k) =>
      finding(a, rowOfA(gone.left[k]!), gone.polygons, k, '不在维护前 WHQ 内的这块地，维护后不见了。'),
    ),
    ...real(context, otherClass?.polygons).map((k) =>
      finding(
        a,
        rowOfA(otherClass!.left[k]!),
        otherClass!.polygons,
        k,
        `不在维护前 WHQ 内的这块地，维护后的 ${field} 却与备案不同。`,
      ),
    ),
    ...real(context, unexplained.polygons).map((k) => {
      const from = inB ? added.left[unexplained.left[k]!]! : unexplained.left[k]!;
      return finding(
        b,
        rowsB[news[from]!]!,
        unexplained.polygons,
        k,
        '不在维护后 WHH 内的这块地，备案库里没有。',
      );
    }),
  ];
}

/** Pieces that are no noise. */
function real({ tolerance }: InspectionContext, polygons: Polygons | undefined): number[] {
  const found: number[] = [];
  for (let k = 0; polygons && k < featureCount(polygons); k++) {
    if (planeArea(polygons, k) >= tolerance.sliverArea && meanWidth(polygons, k) >= tolerance.sliverWidth)
      found.push(k);
  }
  return found;
}

function finding(
  layer: InspectedLayer,
  feature: number,
  polygons: Polygons,
  at: number,
  message: string,
): RuleFinding {
  return {
    layer,
    feature,
    message,
    place: { kind: 'feature', polygons, feature: at },
    suggestion: '恢复备案的图形和属性，或把这处变更纳入维护图层。',
  };
}

/** Features that lie in `cover` by less than half. */
function outside(
  context: InspectionContext,
  sound: Polygons,
  polygons: Polygons,
  cover: Polygons | undefined,
): number[] {
  const covered = new Float64Array(polygons.featureStart.length - 1);
  if (cover) {
    const { left, values } = context.overlay.shares(sound, cover, [planeAreaMeasure]);
    for (let k = 0; k < left.length; k++) covered[left[k]!]! += values[0]![k]!;
  }
  const rows: number[] = [];
  for (let f = 0; f < covered.length; f++) {
    const area = planeArea(sound, f);
    if (area > 0 && covered[f]! < area / 2) rows.push(f);
  }
  return rows;
}
