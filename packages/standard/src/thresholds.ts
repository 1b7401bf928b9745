import type { Provenance } from './provenance.ts';

/** A number a rule needs. `value` null: the official one is not known; the slot says so instead of guessing. */
export interface Threshold extends Provenance {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
  readonly unit: string;
}

const unknown = {
  value: null,
  source: '《三条控制线正向优化标准（试行）》原文未获取（standards.md §11.1）：未核实',
  confidence: 'none',
} as const;

/** Thresholds of 《三条控制线正向优化标准（试行）》, all unknown. */
export const officialThresholds: readonly Threshold[] = [
  { id: 'fragment-area', title: '碎图斑面积', unit: 'm²', ...unknown },
  { id: 'hole-definition', title: '天窗面积', unit: 'm²', ...unknown },
  { id: 'contiguity', title: '集中连片度', unit: '', ...unknown },
  { id: 'development-zone-inclusion', title: '开发区划入率', unit: '%', ...unknown },
];

/** What other rules and engines use for like things (standards.md §3.3): analogues, never the official number. */
export const analogues: readonly Threshold[] = [
  {
    id: 'fragment-area.10000',
    title: '碎面（1:10,000）',
    value: 400,
    unit: 'm²',
    source: '土规质检引擎（HY）',
    confidence: 'found',
  },
  {
    id: 'fragment-area.5000',
    title: '碎面（1:5,000）',
    value: 200,
    unit: 'm²',
    source: '土规质检引擎（HY）',
    confidence: 'found',
  },
  {
    id: 'fragment-area.2000',
    title: '碎面（1:2,000）',
    value: 80,
    unit: 'm²',
    source: '土规质检引擎（HY）',
    confidence: 'found',
  },
  {
    id: 'fragment-area.merge',
    title: '小图斑消除（市级规划实践）',
    value: 200,
    unit: 'm²',
    source: '湛江市规划建库脚本（ZJ1）',
    confidence: 'found',
  },
  { id: 'sharp-angle', title: '尖锐角', value: 10, unit: '°', source: 'GHBOX、QGC', confidence: 'found' },
  {
    id: 'topology-tolerance',
    title: '拓扑容差',
    value: 0.001,
    unit: 'm',
    source: '土规质检引擎（HY）',
    confidence: 'found',
  },
];
