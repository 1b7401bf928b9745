import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import type { Review, Verdict } from '@tuheng/maintenance';
import { crsOf, defaultTolerance } from '@tuheng/standard';
import type { ReportMap } from '../report-map.ts';

/** Rectangle features at metres from a corner in zone 44. */
export function boxes(...list: readonly (readonly [number, number, number, number])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const [x, y, width, height] of list) {
    const [east, north] = [44_532_000 + x, 5_236_000 + y];
    builder.addRing([east, north, east + width, north, east + width, north + height, east, north + height]);
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}

const noPieces = { pieces: 0, area: 0, planeArea: 0 };

function verdict(rule: string, status: Verdict['status'], change: Partial<Verdict> = {}): Verdict {
  return {
    rule,
    chapter: 'lines',
    status,
    title: `规则 ${rule}`,
    basis: [{ document: '《某办法》', source: '测试', confidence: 'none' }],
    parameters: [],
    measure: { before: 1_000_000, after: 1_200_000, limit: 1_000_000, unit: 'm²' },
    details: [],
    tables: [],
    pictures: [],
    explanation: '说明文字。',
    reasons: status === 'undetermined' ? ['参数未核实'] : [],
    evidence: [],
    ...change,
  };
}

/** A square of 0.001° beside others. */
function ground(
  role: 'served' | 'unserved' | 'facility',
  at: number,
): Verdict['pictures'][number]['filed'][number] {
  const west = 132.43 + 0.001 * at;
  return {
    role,
    area: 8400,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 47.25],
          [west + 0.001, 47.25],
          [west + 0.001, 47.251],
          [west, 47.251],
          [west, 47.25],
        ],
      ],
    },
  };
}

/** A review with one verdict of each status, two of them with hostile text. */
export function sampleReview(change: Partial<Review> = {}): Review {
  return {
    schema: 'tuheng.review/1',
    id: 'f'.repeat(64),
    inputs: [
      { role: 'filed', name: '备案.gdb', format: 'FileGDB', digest: 'a'.repeat(64), epsg: 4532, layers: [] },
      {
        role: 'maintained',
        name: '维护后.gdb',
        format: 'FileGDB',
        digest: 'b'.repeat(64),
        epsg: 4532,
        layers: [],
      },
    ],
    crs: { epsg: 4532, name: 'CGCS2000 / 3-degree Gauss-Kruger zone 44' },
    ruleBook: { version: '2026.1', digest: 'c'.repeat(64), profiles: ['国家基础规则'] },
    tolerance: defaultTolerance,
    invented: false,
    layers: {
      GHFQ: {
        mode: 'reclassify',
        title: '规划分区',
        filed: { features: 2, area: 2_000_000, planeArea: 2_000_000 },
        maintained: { features: 2, area: 2_000_000, planeArea: 2_000_000 },
        unchanged: { features: 1 },
        change: {
          transferIn: noPieces,
          transferOut: noPieces,
          reclassified: {
            pieces: 1,
            area: 20_000,
            planeArea: 20_000,
            matrix: [{ from: '520', to: '410', pieces: 1, area: 20_000, planeArea: 20_000 }],
          },
        },
        noise: { pieces: 3, area: 0.2, planeArea: 0.2 },
        conservation: { residual: 0, ellipsoidResidual: 0, changeSetResidual: 0, allowed: 0.1, holds: true },
      },
    },
    conflicts: [],
    verdicts: [
      verdict('pass.rule', 'pass'),
      verdict('fail.rule', 'fail', {
        title: '标题 <img src=x onerror=alert(1)>',
        explanation: '</script><script>document.title="坏"</script>',
        evidence: [
          {
            layer: 'CZKFBJ',
            bsm: '"><b>',
            side: 'maintained',
            area: 12_345.67,
            planeArea: 12_346,
            label: '</script><i>块</i>',
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [132.43, 47.25],
                  [132.431, 47.25],
                  [132.431, 47.251],
                  [132.43, 47.25],
                ],
              ],
            },
          },
        ],
      }),
      verdict('doubt.rule', 'undetermined', {
        chapter: 'cityLines',
        tables: [
          {
            title: '表 <img src=x onerror=alert(1)>',
            columns: [
              { title: '类', unit: '' },
              { title: '面积', unit: 'm²' },
              { title: '占比', unit: '%' },
            ],
            rows: [
              ['公园绿地', 1_234_567.8, 61.25],
              ['</td><i>块</i>', null, 0],
            ],
            note: '附注',
          },
        ],
        pictures: [
          {
            title: '绿线服务范围',
            filed: [ground('served', 0), ground('facility', 1), ground('served', 2)],
            maintained: [ground('served', 0), ground('unserved', 2), ground('facility', 1)],
          },
        ],
      }),
    ],
    dataQuality: [],
    notes: [
      {
        code: 'dataset.personal-fields-dropped',
        input: 'filed',
        layer: 'YJJBNTBHTB',
        count: 1,
        message: '丢弃 LXDH',
      },
    ],
    ...change,
  };
}

export function sampleMap(): ReportMap {
  const crs = crsOf(4532)!;
  return {
    crs,
    layers: [
      {
        code: 'DLTB',
        title: '地类图斑',
        side: 'base',
        polygons: boxes([0, 0, 4000, 3000]),
        classes: ['0103'],
      },
      { code: 'CZKFBJ', title: '城镇开发边界', side: 'filed', polygons: boxes([500, 500, 1000, 1000]) },
      { code: 'CZKFBJ', title: '城镇开发边界', side: 'maintained', polygons: boxes([500, 500, 1200, 1000]) },
    ],
    changes: [
      {
        layer: 'CZKFBJ',
        type: '1',
        number: '20261124000001',
        bsm: '1',
        from: null,
        to: null,
        area: 200_000,
        planeArea: 200_000,
        polygons: boxes([1500, 500, 200, 1000]),
        feature: 0,
      },
      {
        layer: 'GHFQ',
        type: '2',
        number: '20261124000002',
        bsm: '2',
        from: '520',
        to: '410',
        area: 20_000,
        planeArea: 20_000,
        polygons: boxes([2500, 500, 200, 100]),
        feature: 0,
      },
    ],
  };
}
