import type { Provenance } from './provenance.ts';

/** The one set of tolerances of a run. Every rule uses it; the report prints it; the review id contains it. */
export interface Tolerance {
  /** Grid to which overlay coordinates are rounded, metres. */
  readonly grid: number;
  /** Coordinates closer than this are the same point, metres. */
  readonly snap: number;
  /** A piece whose mean width 2A/P is below this is noise, metres. */
  readonly sliverWidth: number;
  /** A piece smaller than this is noise, m². */
  readonly sliverArea: number;
  /** Overlaps up to this area do not count, m². */
  readonly overlapArea: number;
  /** How far a sum of areas may be off for each feature in it, m². */
  readonly areaPerFeature: number;
  /** How far an ellipsoid area may be off for each metre of boundary, m²: the rule rounds every vertex to 1e-6″. */
  readonly areaPerMetre: number;
}

export const defaultTolerance: Tolerance = {
  grid: 0.0001,
  snap: 0.001,
  sliverWidth: 0.2,
  sliverArea: 0.1,
  overlapArea: 0.01,
  areaPerFeature: 0.01,
  areaPerMetre: 5e-5,
};

/** Where each default comes from. */
export const toleranceProvenance: Readonly<Record<keyof Tolerance, Provenance>> = {
  grid: {
    source: '国土调查办发〔2008〕32号：平面坐标取 4 位小数（docs/sources.md §7.3）',
    confidence: 'found',
  },
  snap: { source: '土规质检引擎拓扑容差 0.001 m（docs/sources.md §3.3）', confidence: 'found' },
  sliverWidth: { source: '土规质检引擎 1:10,000 碎线 0.2 m（docs/sources.md §3.3）', confidence: 'found' },
  sliverArea: { source: '微小面预警 0.1 m²（docs/sources.md §3.3）', confidence: 'found' },
  overlapArea: { source: 'docs/sources.md §3.4 T-01、T-04', confidence: 'suggestion' },
  areaPerFeature: { source: 'docs/sources.md §7.5：残差 ≤ 0.01 m² × 图斑数', confidence: 'suggestion' },
  areaPerMetre: { source: 'docs/sources.md §7.4：0.01 + 5e-5 m × 周长', confidence: 'derived' },
};
