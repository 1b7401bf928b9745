import { featureCount, type Polygons } from '@tuheng/geometry';
import { textAt } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { type Judgement, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { decimal, hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { namedDocuments } from '../named-documents.ts';
import {
  fieldsText,
  type Intensity,
  type IntensityColumn,
  intensityColumn,
  withFields,
} from './intensity-fields.ts';
import { LAND, type Maintained, onPlannedLand } from './planned-land.ts';

const fields: Parameter = {
  name: 'fields',
  title: '开发强度指标的字段名',
  value: fieldsText,
  unit: '',
  free: 'text',
  source: '本项目按常见拼音缩写推定（规划用地用海图层的指标字段未核实）',
  confidence: 'none',
};

/** Rows of the table of changes. */
const LISTED = 200;
/** Indicators that differ by less are the same in print. */
const SAME = 1e-6;

interface Indicator {
  readonly own: Intensity;
  readonly filed: IntensityColumn | undefined;
  readonly maintained: IntensityColumn | undefined;
}

/** One indicator that changed on one piece of ground. */
interface Change {
  readonly indicator: Intensity;
  readonly before: number;
  readonly after: number;
  /** m², ellipsoid. */
  readonly area: number;
  readonly looser: boolean;
  readonly filedRow: number;
  readonly maintainedRow: number;
  readonly polygons: Polygons;
  readonly piece: number;
}

/**
 * 开发强度指标: 容积率, 建筑密度, 绿地率 and 建筑限高 where the layer carries them. Impossible values after the maintenance fail. On ground
 * (A∩B, beyond noise) whose indicator was loosened — a cap raised or dropped, the green share lowered or dropped — the change must be
 * explained: undetermined unless the targets file names a document for the layer.
 */
export const cityLandIntensity: Rule = {
  id: 'city-land.intensity',
  title: '开发强度指标未放宽',
  chapter: 'cityLand',
  algorithm:
    '按“指标字段名”在 ZXCQGHYDYH 中找容积率、建筑密度、绿地率、建筑限高字段（文本取其中的数，上限类取最大、绿地率取最小；建筑密度、绿地率一列全不大于 1 时按小数看待，乘 100）。维护后取值为负，建筑密度、绿地率大于 100%，或两者之和大于 100% 的，不可能成立，不通过。备案与维护后图斑叠加（扣除噪声），容积率、建筑密度、限高提高或取消，绿地率降低或取消的须说明理由：目标值文件为 ZXCQGHYDYH 列有依据文件的通过，没有的为证据不足；收紧的、原来没有取值的只列出。备案有的字段维护后没有、文本读不出数的为证据不足。两版都没有这些字段或没有 ZXCQGHYDYH 时不适用。',
  layers: [LAND],
  basis: [
    scheme(
      '三（三）：建筑高度、容积率、绿地率等管控指标纳入一张图，严禁违规调整规划指标；四 3：控制开发强度',
    ),
  ],
  parameters: [fields],
  judge: (context) => onPlannedLand(context, '处', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const read = (side: 'filed' | 'maintained', own: Intensity) => {
    const { layer, polygons } = land[side].working;
    return intensityColumn(layer, own, featureCount(polygons));
  };
  const indicators = withFields(String(context.parameter(cityLandIntensity.id, fields).value))
    .map((own) => ({ own, filed: read('filed', own), maintained: read('maintained', own) }))
    .filter(({ filed, maintained }) => filed || maintained);
  if (indicators.length === 0) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure('处'),
      explanation: '两版中心城区规划用地用海都没有容积率、建筑密度、绿地率、建筑限高字段，不涉及。',
    };
  }
  const impossible = impossibleValues(context, land, indicators);
  const changes = changesOf(context, land, indicators);
  const looser = changes.filter((change) => change.looser);
  const documents = namedDocuments(context.targets, LAND);
  const open = documents.length > 0 ? [] : looser;
  const reasons = [
    ...(open.length > 0
      ? [`${open.length} 处指标放宽，须说明理由，或在目标值文件 basis 中为 ${LAND} 列出依据文件`]
      : []),
    ...indicators.flatMap(({ own, filed, maintained }) =>
      filed && !maintained ? [`备案库有${own.name}字段（${filed.field}），维护后数据库没有，无法核对`] : [],
    ),
    ...indicators.flatMap(({ own, filed, maintained }) => {
      const count = (filed?.unreadable.length ?? 0) + (maintained?.unreadable.length ?? 0);
      return count > 0 ? [`${count} 个图斑的${own.name}取值读不出数`] : [];
    }),
  ];
  const fails = impossible.length > 0;
  return {
    outcome: fails ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass',
    ...(!fails && reasons.length > 0 ? { reasons } : {}),
    measure: { before: null, after: impossible.length + looser.length, limit: 0, unit: '处' },
    explanation:
      `核对字段 ${indicators.map(({ own, filed, maintained }) => `${own.name}（${(maintained ?? filed)!.field}${filed?.fraction || maintained?.fraction ? '，按小数看待' : ''}）`).join('、')}：` +
      `取值不可能成立的 ${impossible.length} 处；指标变动 ${changes.length} 处，其中放宽 ${looser.length} 处、${hectares(groundOf(looser))}` +
      `${looser.length > 0 && documents.length > 0 ? '（已列依据文件，内容需人工核对）' : ''}。`,
    details: [
      { label: '取值不可能成立', measure: { before: null, after: impossible.length, limit: 0, unit: '处' } },
      { label: '指标放宽', measure: { before: null, after: looser.length, limit: 0, unit: '处' } },
    ],
    tables: changes.length > 0 ? [changeTable(land, changes)] : [],
    ...(looser.length > 0 ? { basis: documents } : {}),
    evidence: fails ? impossible : open.map((change) => changeEvidence(context, land, change)),
  };
}

/** Features after the maintenance whose values cannot be. */
function impossibleValues(
  context: RuleContext,
  land: Maintained,
  indicators: readonly Indicator[],
): Evidence[] {
  const { layer, polygons } = land.maintained.working;
  const held = (name: Intensity['name'], f: number): number =>
    indicators.find(({ own }) => own.name === name)?.maintained?.values[f] ?? Number.NaN;
  const evidence: Evidence[] = [];
  for (let f = 0; f < featureCount(polygons); f++) {
    const density = held('建筑密度', f);
    const green = held('绿地率', f);
    const faults = indicators.flatMap(({ own }) => {
      const value = held(own.name, f);
      return value < 0 || (own.unit === '%' && value > 100) ? [`${own.name} ${shown(own, value)}`] : [];
    });
    if (faults.length === 0 && density + green > 100 + SAME) {
      faults.push(`建筑密度 ${decimal(density)}% 与绿地率 ${decimal(green)}% 之和大于 100%`);
    }
    if (faults.length === 0) continue;
    evidence.push(
      context.evidence(polygons, f, {
        code: LAND,
        side: 'maintained',
        label: `取值不可能成立：${faults.join('，')}`,
        owner: layer,
        row: f,
      }),
    );
  }
  return evidence;
}

/** Ground on which an indicator that A gives has another value in B, or none; the largest first. */
function changesOf(context: RuleContext, { change }: Maintained, indicators: readonly Indicator[]): Change[] {
  const compared = indicators.filter(({ filed, maintained }) => filed && maintained);
  const differs = ({ filed, maintained }: Indicator, f: number, g: number): boolean => {
    const [a, b] = [filed!.values[f]!, maintained!.values[g]!];
    return Number.isNaN(a) ? !Number.isNaN(b) : !(Math.abs(a - b) <= SAME);
  };
  const found: Change[] = [];
  const add = (polygons: Polygons, piece: number, f: number, g: number): void => {
    for (const indicator of compared) {
      if (!differs(indicator, f, g)) continue;
      const [before, after] = [indicator.filed!.values[f]!, indicator.maintained!.values[g]!];
      const { own } = indicator;
      const dropped = !Number.isNaN(before) && Number.isNaN(after);
      found.push({
        indicator: own,
        before,
        after,
        area: context.measure.ellipsoid(polygons, piece),
        looser: dropped || (after - before) * own.looser > 0,
        filedRow: f,
        maintainedRow: g,
        polygons,
        piece,
      });
    }
  };
  for (const [f, g] of change.match.partner.entries()) if (g >= 0) add(change.maintained.polygons, g, f, g);
  const { filed, maintained } = change.match;
  const redrawn = context.overlay.intersect(filed.polygons, maintained.polygons, (i, j) =>
    compared.some((one) => differs(one, filed.features[i]!, maintained.features[j]!)),
  );
  const { real } = splitNoise(redrawn, context.tolerance);
  for (const [k, i] of real.left.entries()) {
    add(real.polygons, k, filed.features[i]!, maintained.features[real.right[k]!]!);
  }
  return found.sort(
    (a, b) => b.area - a.area || a.maintainedRow - b.maintainedRow || a.filedRow - b.filedRow,
  );
}

/** Ground of the changes, each piece counted once however many of its indicators changed, m². */
function groundOf(changes: readonly Change[]): number {
  const pieces = new Map(
    changes.map(({ filedRow, maintainedRow, piece, area }) => [
      `${filedRow} ${maintainedRow} ${piece}`,
      area,
    ]),
  );
  return [...pieces.values()].reduce((sum, area) => sum + area, 0);
}

const shown = ({ unit }: Intensity, value: number): string =>
  Number.isNaN(value) ? '（空）' : `${decimal(value)}${unit === 'm' ? ' m' : unit}`;

function changeEvidence(context: RuleContext, land: Maintained, change: Change): Evidence {
  const { indicator, before, after } = change;
  return context.evidence(change.polygons, change.piece, {
    code: LAND,
    side: 'change',
    label: `${indicator.name}放宽：${shown(indicator, before)} → ${shown(indicator, after)}`,
    owner: land.maintained.working.layer,
    row: change.maintainedRow,
  });
}

function changeTable({ filed, maintained }: Maintained, changes: readonly Change[]): VerdictTable {
  return {
    title: '开发强度指标变动',
    columns: [
      { title: '指标', unit: '' },
      { title: '备案图斑标识码', unit: '' },
      { title: '维护后图斑标识码', unit: '' },
      { title: '备案取值', unit: '' },
      { title: '维护后取值', unit: '' },
      { title: '面积', unit: 'm²' },
      { title: '核对', unit: '' },
    ],
    rows: changes
      .slice(0, LISTED)
      .map(({ indicator, filedRow, maintainedRow, before, after, area, looser }) => [
        indicator.name,
        textAt(filed.working.layer, 'BSM', filedRow) ?? '（无标识码）',
        textAt(maintained.working.layer, 'BSM', maintainedRow) ?? '（无标识码）',
        shown(indicator, before),
        shown(indicator, after),
        area,
        looser ? '放宽，须说明' : '收紧或新增取值',
      ]),
    note: changes.length > LISTED ? `共 ${changes.length} 处，只列面积最大的 ${LISTED} 处。` : '',
  };
}
