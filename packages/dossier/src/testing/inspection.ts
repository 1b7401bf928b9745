import { PolygonsBuilder } from '@tuheng/geometry';
import type { Category, Finding, Inspection, RuleResult, Systematic } from '@tuheng/inspection';
import { crsOf, defaultTolerance } from '@tuheng/standard';
import type { InspectionMap } from '../inspection/inspection-map.ts';

const hostile = '<img src=x onerror=alert(1)>';
const sure = { source: 'standards.md §3.4', confidence: 'found' } as const;

function rule(id: string, category: Category, more: Partial<RuleResult>): RuleResult {
  return {
    rule: id,
    category,
    severity: 'error',
    title: `规则 ${id}`,
    status: 'passed',
    findings: 0,
    subjects: [],
    basis: [{ document: `依据 ${hostile}`, ...sure }],
    parameters: [
      { name: 'limit', title: '限值', value: 0.5, unit: 'm', source: '未核实', confidence: 'suggestion' },
    ],
    ...more,
  };
}

function finding(id: string, row: number, more: Partial<Finding>): Finding {
  return {
    rule: id,
    severity: 'error',
    database: 'a.gdb',
    layer: 'GHFQ',
    bsm: `2308980000000000${row + 10}`,
    row,
    message: `第 ${row} 处 ${hostile}`,
    suggestion: '改正。',
    ...more,
  };
}

const [x, y] = [132, 47];
const square = [
  [x, y],
  [x, y + 0.001],
  [x + 0.001, y + 0.001],
  [x + 0.001, y],
  [x, y],
];

const cause: Systematic = {
  cause: 'area.geodesic',
  rule: 'A-06',
  severity: 'error',
  database: 'a.gdb',
  layer: 'CZKFBJ',
  attribute: 'MJ',
  count: 139,
  message: '整层的 MJ 是大地线面积，不是椭球面积。',
  suggestion: '重算。',
  examples: [finding('A-06', 1, { layer: 'CZKFBJ', attribute: 'MJ', measure: { value: 0.02, unit: 'm²' } })],
};

/** An inspection with every kind of place, status and severity, and text that would be markup if it were let. */
export function sampleInspection(more: Partial<Inspection> = {}): Inspection {
  return {
    schema: 'tuheng.inspection/1',
    id: '0'.repeat(64),
    inputs: [{ role: 'delivery', name: `a.gdb ${hostile}`, digest: '1'.repeat(64), databases: [] }],
    ruleBook: { version: '1', digest: '2'.repeat(64), profiles: ['国家基础规则'] },
    tolerance: defaultTolerance,
    invented: false,
    summary: {
      categories: [
        {
          category: 'topology',
          title: '拓扑',
          rules: 2,
          passed: 0,
          failed: 2,
          notRun: 0,
          findings: 3,
          mark: 84,
        },
        {
          category: 'maintenance',
          title: '维护层',
          rules: 1,
          passed: 0,
          failed: 0,
          notRun: 1,
          findings: 0,
          mark: null,
        },
      ],
      mark: 72,
      deductions: { error: 12, warning: 4, info: 1, source: '未核实', confidence: 'suggestion' },
      maySubmit: false,
      obstacles: ['T-01 规则 T-01：1 处'],
    },
    rules: [
      rule('T-01', 'topology', { status: 'failed', findings: 1 }),
      rule('T-08', 'topology', { status: 'failed', severity: 'warning', findings: 2 }),
      rule('A-06', 'attributes', { status: 'failed', findings: 1 }),
      rule('V-01', 'maintenance', { status: 'notRun', reason: `没有维护层 ${hostile}`, cause: 'input' }),
      rule('S-01', 'spatial-reference', {}),
    ],
    findings: [
      finding('T-01', 1, { area: 12.5, geometry: { type: 'Polygon', coordinates: [square] } }),
      finding('T-08', 2, {
        severity: 'warning',
        measure: { value: 0.0005, unit: 'm' },
        geometry: { type: 'Point', coordinates: [x, y] },
      }),
      finding('T-08', 3, {
        severity: 'warning',
        geometry: {
          type: 'LineString',
          coordinates: [
            [x, y],
            [x + 1e-8, y],
          ],
        },
      }),
    ],
    systematic: [cause],
    ...more,
  };
}

/** One layer under the faults. */
export function sampleInspectionMap(): InspectionMap {
  const builder = new PolygonsBuilder();
  const [e, n] = [44_500_000, 5_207_000];
  builder.addRing([e, n, e, n + 500, e + 500, n + 500, e + 500, n]);
  builder.endPolygon();
  builder.endFeature();
  return { crs: crsOf(4532)!, layers: [{ code: 'GHFQ', title: '规划分区', polygons: builder.build() }] };
}
