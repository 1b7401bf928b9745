import { featureBoxes, featureCount, indexBoxes, type Polygons } from '@tuheng/geometry';
import { layerSpec } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Basis, Evidence, Parameter, VerdictTable } from '../../review.ts';
import type { Judgement, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { namedDocuments } from '../named-documents.ts';
import { mandatoryLayers } from './mandatory-layers.ts';
import {
  classTitle,
  editionDoubts,
  isUnder,
  LAND,
  type LandChange,
  type Maintained,
  onPlannedLand,
} from './planned-land.ts';

const layers: Parameter = {
  name: 'layers',
  title: '作为强制性内容核对的图层',
  value: mandatoryLayers.map(({ layer }) => layer).join('、'),
  unit: '',
  free: 'text',
  source: 'docs/sources.md §8.4 审查要点（市级编制指南的强制性内容清单未核实）',
  confidence: 'memory-medium',
};

const reviewPoints: Basis = {
  document:
    '市县国土空间规划审查要点：结构性绿地、水体控制范围，历史文化遗存保护范围，安全防灾，重大基础设施',
  source: 'docs/sources.md §8.4',
  confidence: 'memory-high',
};

const titleOf = (code: string): string => layerSpec(code)?.title ?? code;

/** A change of class inside a layer of mandatory content. */
interface Touch {
  readonly layer: string;
  readonly row: LandChange;
  readonly kind: 'lost' | 'explain' | 'kept';
  /** m², ellipsoid. */
  readonly area: number;
  readonly polygons: Polygons;
  readonly piece: number;
}

/**
 * 不涉及强制性内容: ground whose class changed, within the filed extent of each layer of mandatory content (m², ellipsoid, beyond noise).
 * Ground that had a class the layer is there for and has none now takes the function away: fail. A change between two classes of which
 * neither is, cannot be judged by class: undetermined unless the targets file names a document for the layer.
 */
export const cityLandMandatoryContent: Rule = {
  id: 'city-land.mandatory-content',
  title: '用地调整不触动强制性内容',
  chapter: 'cityLand',
  algorithm: `备案与维护后 ZXCQGHYDYH 用地类不同的图块，与备案库中作为强制性内容的各图层（融合后）求交（扣除噪声）。每个图层列有与其功能相符的用地类：${mandatoryLayers.map(({ layer, keeps }) => `${titleOf(layer)} ${keeps.join('、')}`).join('；')}。由相符的类变为不相符的类为功能改变，不通过；变前变后都不相符的须说明，目标值文件为 ZXCQGHYDYH 列有依据文件的通过，没有的为证据不足；变为相符的类只列出。备案库没有所列图层又未声明本县没有的，为证据不足；没有用地类变动时通过；两版都没有 ZXCQGHYDYH 时不适用。`,
  layers: [LAND, ...mandatoryLayers.map(({ layer }) => layer)],
  basis: [scheme('二（三）3 中心城区用地规划布局：不涉及规划强制性内容'), reviewPoints],
  parameters: [layers],
  judge: (context) => onPlannedLand(context, 'm²', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const named = String(context.parameter(cityLandMandatoryContent.id, layers).value);
  const wanted = named.match(/[A-Z]+/g) ?? [];
  const present = wanted.filter((code) => context.layer('filed', code));
  const declared = new Set(context.targets?.absentLayers?.map(({ layer }) => layer));
  const unknown = wanted.filter((code) => !context.layer('filed', code) && !declared.has(code));
  const touches = present.flatMap((code) => touchesOf(context, land, code));
  const sum = (kind: Touch['kind']): number =>
    touches.filter((one) => one.kind === kind).reduce((total, { area }) => total + area, 0);
  const documents = namedDocuments(context.targets, LAND);
  const open = documents.length > 0 ? 0 : sum('explain');
  const changed = land.changes.rows.length > 0;
  const reasons = [
    ...(open > 0
      ? [
          `有 ${hectares(open)} 强制性内容范围内的用地变动不能只凭用地类判断，须说明理由，或在目标值文件 basis 中为 ${LAND} 列出依据文件`,
        ]
      : []),
    ...(changed && unknown.length > 0
      ? [
          `备案库没有${unknown.map(titleOf).join('、')}图层，未核对；本县确实没有的，请在目标值文件 absentLayers 中声明`,
        ]
      : []),
    ...editionDoubts(land, (code) => mandatoryLayers.map(({ keeps }) => isUnder(code, keeps)).join()),
  ];
  const lost = touches.filter(({ kind }) => kind === 'lost');
  const outcome = lost.length > 0 ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass';
  const total = land.changes.rows.reduce((area, row) => area + row.area, 0);
  return {
    outcome,
    ...(outcome === 'undetermined' ? { reasons } : {}),
    measure: { before: 0, after: sum('lost'), limit: 0, unit: 'm²' },
    explanation: changed
      ? `用地类变动 ${land.changes.rows.length} 处、${hectares(total)}，在强制性内容（${present.map(titleOf).join('、') || '无'}）范围内使其功能改变的 ${lost.length} 处、${hectares(sum('lost'))}，` +
        `须说明的 ${hectares(sum('explain'))}，变为与其功能相符的 ${hectares(sum('kept'))}。${lost.length > 0 ? '触动了规划强制性内容。' : ''}`
      : '中心城区用地类没有超出容差的变动，不触动强制性内容。',
    details: present.map((code) => ({
      label: `${titleOf(code)}内功能改变`,
      measure: {
        before: 0,
        after: lost.filter(({ layer }) => layer === code).reduce((area, touch) => area + touch.area, 0),
        limit: 0,
        unit: 'm²',
      },
    })),
    tables: touches.length > 0 ? [touchTable(touches)] : [],
    basis: [...linesTouched(touches), ...(sum('explain') > 0 ? documents : [])],
    evidence: touches
      .filter(({ kind }) => kind === (lost.length > 0 ? 'lost' : open > 0 ? 'explain' : undefined))
      .map((touch) => touchEvidence(context, land, touch)),
  };
}

/** What the touched layers are there for, and who says so. */
function linesTouched(touches: readonly Touch[]): Basis[] {
  return mandatoryLayers
    .filter((one) => touches.some(({ layer }) => layer === one.layer))
    .map(({ layer, keeps, source, confidence }) => ({
      document: `${titleOf(layer)}：与其功能相符的用地类 ${keeps.join('、')}`,
      source,
      confidence,
    }));
}

/** Changes of class inside the filed extent of a layer. */
function touchesOf(context: RuleContext, land: Maintained, code: string): Touch[] {
  const { polygons, rows } = land.changes;
  const extent = nearby(context, polygons, context.layer('filed', code)!.polygons);
  if (!extent) return [];
  const { real } = splitNoise(context.overlay.intersect(polygons, extent), context.tolerance);
  const keeps = mandatoryLayers.find(({ layer }) => layer === code)?.keeps ?? [];
  return [...real.left.keys()].map((piece) => {
    const row = rows[real.left[piece]!]!;
    const had = isUnder(row.from, keeps);
    const has = isUnder(row.to, keeps);
    return {
      layer: code,
      row,
      kind: has ? 'kept' : had ? 'lost' : 'explain',
      area: context.measure.ellipsoid(real.polygons, piece),
      polygons: real.polygons,
      piece,
    };
  });
}

/** Ground of the features of a layer that may meet the pieces: of a county's farmland only that of the city is looked at. */
function nearby(context: RuleContext, pieces: Polygons, layer: Polygons): Polygons | undefined {
  if (featureCount(pieces) === 0) return undefined;
  const index = indexBoxes(pieces);
  const boxes = featureBoxes(layer);
  const near: number[] = [];
  for (let f = 0; f < featureCount(layer); f++) {
    const [minX, minY, maxX, maxY] = boxes.subarray(4 * f, 4 * f + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    if (minX <= maxX && index.search([minX, minY, maxX, maxY]).length > 0) near.push(f);
  }
  return near.length === 0 ? undefined : context.overlay.dissolve(context.overlay.select(layer, near));
}

function touchEvidence(context: RuleContext, land: Maintained, touch: Touch): Evidence {
  const verb = touch.kind === 'lost' ? '功能改变' : '须说明';
  return context.evidence(touch.polygons, touch.piece, {
    code: LAND,
    side: 'change',
    label: `${titleOf(touch.layer)}内${verb}：${classTitle(touch.row.from)} → ${classTitle(touch.row.to)}`,
    owner: land.change.maintained.layer,
    row: touch.row.maintainedRow,
  });
}

function touchTable(touches: readonly Touch[]): VerdictTable {
  const verbs = { lost: '功能改变', explain: '须说明', kept: '变为相符的用地' } as const;
  const sums = new Map<string, { cells: readonly string[]; pieces: number; area: number }>();
  for (const { layer, row, kind, area } of touches) {
    const cells = [titleOf(layer), classTitle(row.from), classTitle(row.to), verbs[kind]];
    const sum = sums.get(cells.join()) ?? { cells, pieces: 0, area: 0 };
    sums.set(cells.join(), { cells, pieces: sum.pieces + 1, area: sum.area + area });
  }
  const ordered = [...sums.entries()].sort(([a, x], [b, y]) => y.area - x.area || (a < b ? -1 : 1));
  return {
    title: '强制性内容范围内的用地变动',
    columns: [
      { title: '强制性内容', unit: '' },
      { title: '由', unit: '' },
      { title: '变为', unit: '' },
      { title: '核对', unit: '' },
      { title: '块数', unit: '块' },
      { title: '面积', unit: 'm²' },
    ],
    rows: ordered.map(([, { cells, pieces, area }]) => [...cells, pieces, area]),
    note: '范围以备案库各图层为准；同一处落在几个图层内的分别列出。',
  };
}
