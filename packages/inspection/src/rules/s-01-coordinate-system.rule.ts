import type { CoordinateFaultCode } from '@tuheng/standard';
import { firstFew } from '../examples.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding, SystematicFinding } from '../rule.ts';

/** 1985 国家高程基准. */
const HEIGHT = 5737;

const faults: Readonly<Record<CoordinateFaultCode, readonly [what: string, advice: string]>> = {
  'swapped-axes': ['X、Y 坐标互换', '对调 X、Y 后重新导出。'],
  'zone-prefix-missing': [
    '声明的坐标系东坐标带有带号，坐标却没有带号',
    '改为声明不带带号的坐标系，或给坐标加上带号。',
  ],
  'zone-prefix-unexpected': [
    '声明的坐标系东坐标不带带号，坐标却带有带号',
    '改为声明带有带号的坐标系，或去掉坐标的带号。',
  ],
  'degrees-as-metres': [
    '坐标是经纬度，却声明为投影坐标系',
    '把坐标系改为 CGCS2000 地理坐标系（EPSG:4490）。',
  ],
  'metres-as-degrees': ['坐标是米，却声明为地理坐标系', '把坐标系改为数据实际使用的投影坐标系。'],
  'zone-mismatch': ['坐标与声明的投影带矛盾', '核对数据实际的投影带，改正坐标系声明。'],
  'out-of-range': ['坐标不在中国范围内', '核对坐标系和坐标。'],
};

/**
 * S-01: every layer declares CGCS2000 (EPSG:4490, or a 3° Gauss–Krüger zone EPSG:4513–4554), all layers of a database the same one, and
 * its coordinates are such as that system can hold. The middle of the layer decides (see `judgeCoordinates`), so a few stray features do
 * not. The layers of a maintenance database are to be in EPSG:4490 with EPSG:5737 as the height part: another height system is a fault,
 * and that none is named must be explained, since the only evidence is a tool that writes these databases.
 */
export const coordinateSystem: InspectionRule = {
  id: 'S-01',
  category: 'spatial-reference',
  severity: 'error',
  title: '坐标系正确',
  description:
    '图层声明 2000 国家大地坐标系（EPSG:4490 或 EPSG:4513–4554），同一数据库各图层一致，坐标与声明相符；维护数据库的高程部分为 EPSG:5737（没有声明的列为警告）。',
  basis: [
    {
      document: '动态维护数据库坐标系 EPSG:4490 + EPSG:5737',
      source: 'standards.md §2.2 [GHBOX]',
      confidence: 'found',
    },
    { document: '平面坐标系 EPSG:4513–4554', source: 'standards.md §2.7', confidence: 'memory-high' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有面图层。',
  subjects: (context) =>
    [...new Set(context.layers.map(({ database }) => database))].map((database) => ({
      name: database.name,
      database,
      layers: context.layers.filter((layer) => layer.database === database),
    })),
  inspect({ layers }) {
    const findings: RuleFinding[] = layers.flatMap((layer) => declaration(layer));
    const codes = layers.flatMap(({ declared }) => (declared.kind === 'known' ? [declared.crs.epsg] : []));
    const usual = mostFrequent(codes);
    for (const layer of layers) {
      const { declared } = layer;
      if (declared.kind === 'known' && declared.crs.epsg !== usual && !layer.fault) {
        findings.push({
          layer,
          message: `坐标系是 EPSG:${declared.crs.epsg}，数据库的其他图层是 EPSG:${usual}。`,
          suggestion: '统一为同一坐标系后重新导出。',
          blocks: false,
        });
      }
    }
    return { findings, systematic: layers.flatMap(contradiction) };
  },
};

function declaration(layer: InspectedLayer): RuleFinding[] {
  const { declared, delivered } = layer;
  const suggestion = '在数据中定义或转换到 CGCS2000（EPSG:4490 或 EPSG:4513–4554）。';
  if (declared.kind === 'missing') return [{ layer, message: '没有声明坐标系。', suggestion }];
  if (declared.kind !== 'known') {
    const name = declared.kind === 'wgs84' ? 'WGS 84' : declared.name;
    return [{ layer, message: `声明的坐标系是 ${name}，不是 CGCS2000。`, suggestion }];
  }
  if (delivered.part === 'plan' || declared.vertical === HEIGHT) return [];
  return [
    {
      layer,
      ...(declared.vertical === null && { severity: 'warning' as const }),
      message:
        declared.vertical === null
          ? `没有声明高程部分，应为 EPSG:${HEIGHT}（1985 国家高程基准）。`
          : `高程部分是 EPSG:${declared.vertical}，应为 EPSG:${HEIGHT}（1985 国家高程基准）。`,
      suggestion: `坐标系改为 EPSG:4490 + EPSG:${HEIGHT} 后重新导出。`,
      blocks: false,
    },
  ];
}

function contradiction(layer: InspectedLayer): SystematicFinding[] {
  if (!layer.fault) return [];
  const { code, detail } = layer.fault;
  const [what, suggestion] = faults[code];
  const features = Array.from({ length: layer.count }, (_, f) => f);
  return [
    {
      cause: `crs.${code}`,
      layer,
      count: layer.count,
      message: `整层${what}（${detail}）。`,
      suggestion,
      examples: firstFew(features).map((feature) => ({
        layer,
        feature,
        message: `${what}。`,
        suggestion,
      })),
    },
  ];
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0];
}
