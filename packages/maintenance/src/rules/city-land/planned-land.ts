import { featureCount, type Pieces, type Polygons, perimeter, selectFeatures } from '@tuheng/geometry';
import { landUseClass, normalizeLandUseCode, type SchemeYear, textAt, toScheme2023 } from '@tuheng/standard';
import type { LayerChange } from '../../change/change.ts';
import type { Evidence, Parameter } from '../../review.ts';
import { type Judgement, missing, noMeasure } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';

/** 中心城区规划用地用海. */
export const LAND = 'ZXCQGHYDYH';

/** One edition for both databases; where a region does not set it, each database's own codes and names tell. */
export const edition: Parameter = {
  name: 'edition',
  title: '用地用海分类版本',
  value: '按编码和名称判断',
  unit: '',
  free: 'text',
  source: 'docs/sources.md §4.1（两版同号异义的编码；判断不了又影响结论时不作判定，可写 2020 或 2023）',
  confidence: 'found',
};
/** The rule under whose id the edition is set; every rule of the chapter reads it there. */
const EDITION_RULE = 'city-land.total-scale';

/** The planned land of one database, feature by feature. */
export interface PlannedLand {
  readonly working: WorkingLayer;
  /** Class of each feature as a code of 2023, without padding; '' where the file has none, as written where the edition is not known. */
  readonly codes: readonly string[];
  /** Ellipsoid area of each feature, m². */
  readonly areas: Float64Array;
  /** Codes that the editions read differently while neither codes nor names tell which it is, with their classes of 2023. */
  readonly doubtful: ReadonlyMap<string, readonly string[]>;
}

/** Ground whose class changed, beyond noise. */
export interface LandChange {
  /** Feature of `LandChanges.polygons`. */
  readonly piece: number;
  readonly from: string;
  readonly to: string;
  /** m², ellipsoid. */
  readonly area: number;
  readonly filedRow: number;
  readonly maintainedRow: number;
}

export interface LandChanges {
  readonly polygons: Polygons;
  readonly rows: readonly LandChange[];
}

/** The planned land before and after, and what changed. */
export interface Maintained {
  readonly filed: PlannedLand;
  readonly maintained: PlannedLand;
  readonly change: LayerChange;
  readonly changes: LandChanges;
}

const kept = new WeakMap<RuleContext, Maintained>();

/** Judges where both databases have the layer; without it on either side there is nothing to judge, without it on one it is missing. */
export function onPlannedLand(
  context: RuleContext,
  unit: string,
  judge: (land: Maintained) => Judgement,
): Judgement {
  const known = kept.get(context);
  if (known) return judge(known);
  const filed = context.layer('filed', LAND);
  const maintained = context.layer('maintained', LAND);
  if (!filed && !maintained) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure(unit),
      explanation: `两版数据库都没有中心城区规划用地用海图层（${LAND}），不涉及。`,
    };
  }
  const change = context.changes.get(LAND);
  if (!filed || !maintained || !change) {
    return missing(unit, `${filed ? '维护后数据库' : '备案库'}没有中心城区规划用地用海图层（${LAND}）`);
  }
  const before = plannedLand(context, filed);
  const after = plannedLand(context, maintained);
  const land = {
    filed: before,
    maintained: after,
    change,
    changes: landChanges(context, before, after, change.reclassified),
  };
  kept.set(context, land);
  return judge(land);
}

function plannedLand(context: RuleContext, working: WorkingLayer): PlannedLand {
  const n = featureCount(working.polygons);
  const written = Array.from({ length: n }, (_, f) =>
    normalizeLandUseCode(textAt(working.layer, 'YDYHFLDM', f) ?? ''),
  );
  const set = Number(String(context.parameter(EDITION_RULE, edition).value).match(/2020|2023/)?.[0]);
  const editions: readonly SchemeYear[] = set === 2020 || set === 2023 ? [set] : editionsOf(working, written);
  const readings = new Map<string, readonly string[]>();
  for (const code of new Set(written)) {
    readings.set(code, [
      ...new Set(editions.map((year) => (year === 2020 ? (toScheme2023(code) ?? code) : code))),
    ]);
  }
  return {
    working,
    codes: written.map((code) => {
      const [one, other] = readings.get(code)!;
      return other === undefined ? one! : code;
    }),
    areas: Float64Array.from({ length: n }, (_, f) => context.measure.ellipsoid(working.polygons, f)),
    doubtful: new Map([...readings].filter(([, classes]) => classes.length > 1)),
  };
}

const years = [2020, 2023] as const;

/** The editions that know every code the other knows; names that only one of them uses settle it. Both where nothing tells. */
function editionsOf({ layer }: WorkingLayer, codes: readonly string[]): readonly SchemeYear[] {
  const possible = new Set<SchemeYear>(years);
  const named = new Set<SchemeYear>();
  for (const code of new Set(codes)) {
    const [old, now] = [landUseClass(code, 2020), landUseClass(code, 2023)];
    if (old && !now) possible.delete(2023);
    if (now && !old) possible.delete(2020);
  }
  for (const [f, code] of codes.entries()) {
    const [old, now] = [landUseClass(code, 2020)?.name, landUseClass(code, 2023)?.name];
    if (old === now) continue;
    const name = textAt(layer, 'YDYHFLMC', f)?.trim();
    if (name !== undefined && name === old) named.add(2020);
    if (name !== undefined && name === now) named.add(2023);
  }
  const told = years.filter((year) => possible.has(year) && (named.size !== 1 || named.has(year)));
  return told.length > 0 ? told : years;
}

/** Pieces whose class is another one once codes are written alike. */
function landChanges(
  context: RuleContext,
  filed: PlannedLand,
  maintained: PlannedLand,
  { polygons, left, right }: Pieces,
): LandChanges {
  const differing = [...left.keys()].filter((k) => filed.codes[left[k]!] !== maintained.codes[right[k]!]);
  const rows = differing.map((k, piece) => ({
    piece,
    from: filed.codes[left[k]!]!,
    to: maintained.codes[right[k]!]!,
    area: context.measure.ellipsoid(polygons, k),
    filedRow: left[k]!,
    maintainedRow: right[k]!,
  }));
  return { polygons: selectFeatures(polygons, differing), rows };
}

/** Whether a code is one of the classes or lies under one: `0701` under `07`. */
export function isUnder(code: string, classes: readonly string[]): boolean {
  return classes.some((one) => code.startsWith(one));
}

/** `0701 城镇住宅用地`. */
export function classTitle(code: string): string {
  if (code === '') return '（空）';
  return `${code} ${landUseClass(code, 2023)?.name ?? '（编码不认识）'}`;
}

/**
 * Why a figure cannot be relied on: codes whose class of 2023 depends on the edition, where `tell` answers differently for the
 * classes they may be.
 */
export function editionDoubts(
  { filed, maintained }: Pick<Maintained, 'filed' | 'maintained'>,
  tell: (code: string) => unknown,
): string[] {
  const codes = new Map([...filed.doubtful, ...maintained.doubtful]);
  const open = [...codes].filter(([, classes]) => new Set(classes.map(tell)).size > 1).map(([code]) => code);
  if (open.length === 0) return [];
  return [
    `用地用海分类编码 ${open.sort().join('、')} 在 2020 版和 2023 版中含义不同，编码和名称都看不出是哪一版；` +
      `请在目标值文件中写明 ${EDITION_RULE}.${edition.name}`,
  ];
}

/** Sum of areas by a key of the class, m²; features whose key is undefined are left out. */
export function areasBy<K>(
  land: PlannedLand,
  key: (code: string, f: number) => K | undefined,
): Map<K, number> {
  const sums = new Map<K, number>();
  for (const [f, code] of land.codes.entries()) {
    const of = key(code, f);
    if (of !== undefined) sums.set(of, (sums.get(of) ?? 0) + land.areas[f]!);
  }
  return sums;
}

/** Area of the features of some classes, m². */
export function areaOf(land: PlannedLand, wanted: (code: string, f: number) => boolean): number {
  return areasBy(land, (code, f) => wanted(code, f) || undefined).get(true) ?? 0;
}

/** Area of unclear classes on ground that changed, m²: what stayed as it was is the same on both sides, whatever it is. */
export function unclearChange(
  context: RuleContext,
  { filed, maintained, change, changes }: Maintained,
  unclear: (code: string) => boolean,
): { readonly before: number; readonly after: number } {
  const sum = (areas: readonly number[]): number => areas.reduce((total, area) => total + area, 0);
  const moved = ({ polygons, left }: Pieces, { codes }: PlannedLand): number =>
    sum(
      [...left.keys()]
        .filter((k) => unclear(codes[left[k]!]!))
        .map((k) => context.measure.ellipsoid(polygons, k)),
    );
  return {
    before:
      sum(changes.rows.filter(({ from }) => unclear(from)).map(({ area }) => area)) +
      moved(change.transferOut, filed),
    after:
      sum(changes.rows.filter(({ to }) => unclear(to)).map(({ area }) => area)) +
      moved(change.transferIn, maintained),
  };
}

/**
 * How far the area of a class may seem to differ by rounding alone, m²: so much for each feature that was drawn anew, and so much a
 * metre of boundary of what changed.
 */
export function landSlack(context: RuleContext, { change }: Maintained): number {
  const { areaPerFeature, areaPerMetre } = context.tolerance;
  const features = change.match.filed.features.length + change.match.maintained.features.length;
  const moved = [change.reclassified, change.transferIn, change.transferOut, ...Object.values(change.noise)];
  let boundary = 0;
  for (const { polygons } of moved)
    for (let f = 0; f < featureCount(polygons); f++) boundary += perimeter(polygons, f);
  return areaPerFeature * Math.max(1, features) + areaPerMetre * boundary;
}

/** A changed piece as evidence, under the number of the feature it is now. */
export function changeEvidence(
  context: RuleContext,
  { change, changes }: Maintained,
  row: LandChange,
  label: string,
): Evidence {
  return context.evidence(changes.polygons, row.piece, {
    code: LAND,
    side: 'change',
    label,
    owner: change.maintained.layer,
    row: row.maintainedRow,
  });
}

/** What left the layer (`filed`) or came into it (`maintained`) and is of a wanted class, as evidence. */
export function movedEvidence(
  context: RuleContext,
  land: Maintained,
  side: Side,
  wanted: (code: string) => boolean,
  label: (code: string) => string,
): Evidence[] {
  const pieces = side === 'filed' ? land.change.transferOut : land.change.transferIn;
  const { codes } = land[side];
  return [...pieces.left.keys()]
    .filter((k) => wanted(codes[pieces.left[k]!]!))
    .map((k) =>
      context.evidence(pieces.polygons, k, {
        code: LAND,
        side,
        label: label(codes[pieces.left[k]!]!),
        owner: land.change[side].layer,
        row: pieces.left[k]!,
      }),
    );
}
