import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { type Judgement, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme } from '../documents.ts';
import { namedDocuments } from '../named-documents.ts';
import { isConstructionClass } from './land-groups.ts';
import {
  areaOf,
  changeEvidence,
  classTitle,
  editionDoubts,
  isUnder,
  LAND,
  type LandChange,
  type Maintained,
  onPlannedLand,
} from './planned-land.ts';

/** 留白用地. */
const RESERVED = ['16'];

/** What reserved land may become: 居住、公共管理与公共服务、商业、交通运输、公用设施用地, as the scheme names them. */
const targets: Parameter = {
  name: 'targets',
  title: '留白用地可以转化的用地类',
  value: '07、08、09、12、13',
  unit: '',
  free: 'text',
  source: '方案三（三）：留白用地有序调整为居住、公共管理与公共服务、商业、交通运输、公用设施用地',
  confidence: 'found',
};

type Kind = 'permitted' | 'explain' | 'forbidden';

const kindTitles: Readonly<Record<Kind, string>> = {
  permitted: '方案列明',
  explain: '须说明',
  forbidden: '不是建设用地',
};

/**
 * 留白用地转化: every piece that was 16 and is not any more, by what it became, and what became 16. The classes the scheme names are
 * permitted. Other construction land, and new reserved land, must be explained: undetermined unless the targets file names a document
 * for the layer. Reserved land that is no construction land any more fails: the scheme turns it into named urban uses and nothing else.
 */
export const cityLandReservedConversion: Rule = {
  id: 'city-land.reserved-conversion',
  title: '留白用地转化符合方案',
  chapter: 'cityLand',
  algorithm:
    '备案与维护后的 ZXCQGHYDYH 叠加，取用地类由留白用地（16）变为其他、由其他变为 16 的图块（扣除噪声），按去向汇总块数和椭球面积。转为“可以转化的用地类”（方案三（三）列明的五类）为符合；转为农用地、水域等非建设用地的，方案没有这样的转化，不通过；转为其他建设用地、新增留白用地须说明理由，目标值文件为 ZXCQGHYDYH 列有依据文件的通过，没有的为证据不足；变为编码不认识的用地为证据不足。两版都没有留白用地或没有 ZXCQGHYDYH 时不适用。',
  layers: [LAND],
  basis: [scheme('三（三）中心城区用地规划布局维护')],
  parameters: [targets],
  judge: (context) => onPlannedLand(context, 'm²', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const isReserved = (code: string): boolean => isUnder(code, RESERVED);
  const before = areaOf(land.filed, isReserved);
  const after = areaOf(land.maintained, isReserved);
  if (before + after === 0) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure('m²'),
      explanation: '两版中心城区都没有留白用地（16），不涉及。',
    };
  }
  const named = String(context.parameter(cityLandReservedConversion.id, targets).value);
  const permitted = named.match(/\d+/g) ?? [];
  const rows = land.changes.rows
    .filter(({ from, to }) => isReserved(from) !== isReserved(to))
    .map((row) => ({ row, kind: kindOf(row, permitted) }));
  const sum = (kind: Kind | 'converted' | 'new'): number =>
    rows
      .filter(({ row, kind: own }) =>
        kind === 'converted' ? isReserved(row.from) : kind === 'new' ? isReserved(row.to) : own === kind,
      )
      .reduce((total, { row }) => total + row.area, 0);
  const documents = namedDocuments(context.targets, LAND);
  const open = documents.length > 0 ? 0 : sum('explain');
  const unknown = rows.filter(({ row }) => isReserved(row.from) && isConstructionClass(row.to) === undefined);
  const reasons = [
    ...(open > 0
      ? [
          `有 ${hectares(open)} 转为方案未列明的用地类或新增为留白用地，须说明理由，或在目标值文件 basis 中为 ${LAND} 列出依据文件`,
        ]
      : []),
    ...(unknown.length > 0 ? [`${unknown.length} 处留白用地变为编码不认识的用地，无法核对去向`] : []),
    ...editionDoubts(land, (code) => isUnder(code, permitted)),
  ];
  const fails = sum('forbidden') > 0;
  const outcome = fails ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass';
  const evidence = (kind: Kind): Evidence[] =>
    rows
      .filter((one) => one.kind === kind)
      .map(({ row }) =>
        changeEvidence(
          context,
          land,
          row,
          `${classTitle(row.from)} → ${classTitle(row.to)}：${kindTitles[kind]}`,
        ),
      );
  return {
    outcome,
    ...(outcome === 'undetermined' ? { reasons } : {}),
    measure: { before, after, limit: null, unit: 'm²' },
    explanation:
      `留白用地由 ${hectares(before)} 变为 ${hectares(after)}：转出 ${hectares(sum('converted'))}，新增 ${hectares(sum('new'))}；` +
      `其中转为方案列明的用地 ${hectares(sum('permitted'))}，须说明的 ${hectares(sum('explain'))}${documents.length > 0 && sum('explain') > 0 ? '（已列依据文件，内容需人工核对）' : ''}，` +
      `转为非建设用地的 ${hectares(sum('forbidden'))}${fails ? '，不符合方案' : ''}。`,
    tables: [conversions(rows)],
    ...(sum('explain') > 0 ? { basis: documents } : {}),
    evidence: fails ? evidence('forbidden') : open > 0 ? evidence('explain') : [],
  };
}

function kindOf({ from, to }: LandChange, permitted: readonly string[]): Kind {
  if (!isUnder(from, RESERVED)) return 'explain';
  if (isUnder(to, permitted)) return 'permitted';
  return isConstructionClass(to) === false ? 'forbidden' : 'explain';
}

/** From what to what, pieces and m², the largest first. */
function conversions(rows: readonly { readonly row: LandChange; readonly kind: Kind }[]): VerdictTable {
  const sums = new Map<string, { from: string; to: string; kind: Kind; pieces: number; area: number }>();
  for (const { row, kind } of rows) {
    const key = `${row.from} ${row.to}`;
    const sum = sums.get(key) ?? { from: row.from, to: row.to, kind, pieces: 0, area: 0 };
    sums.set(key, { ...sum, pieces: sum.pieces + 1, area: sum.area + row.area });
  }
  const ordered = [...sums.entries()].sort(([a, x], [b, y]) => y.area - x.area || (a < b ? -1 : 1));
  return {
    title: '留白用地转化表',
    columns: [
      { title: '由', unit: '' },
      { title: '变为', unit: '' },
      { title: '块数', unit: '块' },
      { title: '面积', unit: 'm²' },
      { title: '核对', unit: '' },
    ],
    rows: ordered.map(([, { from, to, kind, pieces, area }]) => [
      classTitle(from),
      classTitle(to),
      pieces,
      area,
      kindTitles[kind],
    ]),
    note: '',
  };
}
