import type { Evidence, Parameter, VerdictTable } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { scheme, zoningGuide } from '../documents.ts';
import { namedDocuments } from '../named-documents.ts';
import { familyOf, familyTitles } from './zone-rows.ts';
import { transitionOf, type ZoneTransition, zoneTransitions } from './zone-transitions.ts';

const transitions: Parameter = {
  name: 'transitions',
  title: '限制和须说明的分区转换',
  value: zoneTransitions
    .map(
      ({ from, to, kind }) =>
        `${from === 'any' ? '其他分区' : familyTitles[from]}→${familyTitles[to]}${kind === 'forbidden' ? '（禁止）' : '（须说明）'}`,
    )
    .join('；'),
  unit: '',
  free: 'text',
  source: 'docs/sources.md §2.6、§5.3、§5.4；转换表为本项目据此推定，官方转换规则未核实',
  confidence: 'derived',
};

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly said: ZoneTransition | undefined;
  pieces: number;
  area: number;
}

/**
 * 规划分区转换: every piece of GHFQ whose level-1 zone changed, beyond noise, by where it came from and what it became (m²,
 * ellipsoid). Forbidden transitions fail; those to be explained are undetermined unless the targets file names a document for GHFQ.
 */
export const zoningTransitions: Rule = {
  id: 'zoning.transitions',
  title: '规划分区转换合规',
  chapter: 'zoning',
  algorithm:
    '备案与维护后的规划分区（GHFQ）叠加，分区代码不同的图块（扣除噪声）按“由一级区到一级区”汇总成转换矩阵。“禁止”的转换有一块即不通过；“须说明”的转换在目标值文件为 GHFQ 列出依据文件后通过，否则为证据不足。同一一级区内的转换、其他转换只列出，不判定。分区按名称认，名称不认识时按代码认；都不认识的为证据不足。',
  layers: ['GHFQ'],
  basis: [scheme('三（二）规划分区维护；四 2：不存在违规调整功能分区'), zoningGuide],
  parameters: [transitions],
  judge(context) {
    const change = context.changes.get('GHFQ');
    if (!change) return missing('m²', '缺少备案或维护后的规划分区图层（GHFQ）');
    const { polygons, left, right } = change.reclassified;
    if (left.length === 0) {
      return {
        outcome: 'notApplicable',
        measure: { before: null, after: 0, limit: 0, unit: 'm²' },
        explanation: '规划分区没有超出容差的变动，没有分区转换。',
      };
    }
    const flows = new Map<string, Flow>();
    const forbidden: Evidence[] = [];
    const toExplain: Evidence[] = [];
    let unknown = 0;
    for (const [k, f] of left.entries()) {
      const from = familyOf(change.filed, f);
      const to = familyOf(change.maintained, right[k]!);
      const area = context.measure.ellipsoid(polygons, k);
      if (from === undefined || to === undefined) unknown += area;
      const said = transitionOf(from, to);
      const names = [from ? familyTitles[from] : '（不认识）', to ? familyTitles[to] : '（不认识）'] as const;
      const key = names.join('→');
      const flow = flows.get(key) ?? { from: names[0], to: names[1], said, pieces: 0, area: 0 };
      flow.pieces++;
      flow.area += area;
      flows.set(key, flow);
      if (!said) continue;
      (said.kind === 'forbidden' ? forbidden : toExplain).push(
        context.evidence(polygons, k, {
          code: 'GHFQ',
          side: 'change',
          label: said.why,
          owner: change.maintained.layer,
          row: right[k]!,
        }),
      );
    }
    const documents = namedDocuments(context.targets, 'GHFQ');
    const bad = sum(forbidden);
    const open = documents.length > 0 ? 0 : sum(toExplain);
    const reasons = [
      ...(open > 0
        ? [
            `${toExplain.length} 处、${hectares(open)}的转换须说明理由；在目标值文件 basis 中为 GHFQ 列出依据文件`,
          ]
        : []),
      ...(unknown > 0 ? [`${hectares(unknown)}的分区名称和代码都不认识`] : []),
    ];
    const outcome = bad > 0 ? 'fail' : reasons.length > 0 ? 'undetermined' : 'pass';
    return {
      outcome,
      ...(outcome === 'undetermined' ? { reasons } : {}),
      measure: { before: null, after: bad, limit: 0, unit: 'm²' },
      explanation: told(flows, bad, sum(toExplain), documents.length > 0),
      tables: [matrix(context, flows)],
      basis: documents,
      evidence: outcome === 'fail' ? forbidden : open > 0 ? toExplain : [],
    };
  },
};

const sum = (pieces: readonly Evidence[]): number => pieces.reduce((total, { area }) => total + area, 0);

function told(
  flows: ReadonlyMap<string, Flow>,
  bad: number,
  explained: number,
  hasDocuments: boolean,
): string {
  const between = [...flows.values()].filter(({ from, to }) => from !== to);
  const total = between.reduce((area, flow) => area + flow.area, 0);
  const restricted =
    bad > 0
      ? `其中禁止的转换 ${hectares(bad)}`
      : explained > 0
        ? `其中须说明的转换 ${hectares(explained)}${hasDocuments ? '，已列依据' : '，未列依据'}`
        : '其中没有限制的转换';
  return `一级规划分区之间的转换 ${hectares(total)}，${restricted}。`;
}

function matrix(context: RuleContext, flows: ReadonlyMap<string, Flow>): VerdictTable {
  const rows = [...flows.values()].sort(
    (a, b) => b.area - a.area || (a.from + a.to < b.from + b.to ? -1 : 1),
  );
  const noise = context.changes.get('GHFQ')!.noise.reclassified.left.length;
  const words = { forbidden: '禁止', explain: '须说明' } as const;
  return {
    title: '规划分区转换矩阵（一级区）',
    columns: [
      { title: '由', unit: '' },
      { title: '变为', unit: '' },
      { title: '块数', unit: '块' },
      { title: '面积', unit: 'm²' },
      { title: '转换规则', unit: '' },
    ],
    rows: rows.map(({ from, to, said, pieces, area }) => [
      from,
      to,
      pieces,
      area,
      from === to ? '同一一级区内' : said ? `${words[said.kind]}：${said.why}` : '不限',
    ]),
    note: noise > 0 ? `另有 ${noise} 块小于容差的数据噪声，未计入。` : '',
  };
}
