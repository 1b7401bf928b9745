/**
 * Where a fact comes from and how sure we are of it. `found` = read in stored public material; `memory-*` = from
 * experience, with a level; `derived` = computed from tagged facts; `suggestion` = a proposal of this project, not a
 * standard; `none` = nothing is known (the slot exists and says 未核实).
 */
export type Confidence =
  | 'found'
  | 'memory-high'
  | 'memory-medium'
  | 'memory-low'
  | 'derived'
  | 'suggestion'
  | 'none';

export interface Provenance {
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * Whether a rule may pass on this fact. Only what was read (`found`), or is sure in substance (`memory-high`), may; the
 * rest lets a rule fail but never pass (docs/architecture.md, decision 6).
 */
export function isVerified(p: Provenance): boolean {
  return p.confidence === 'found' || p.confidence === 'memory-high';
}
