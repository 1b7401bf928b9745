import type { Plan, ProjectRow } from '@tuheng/standard';
import { DemonstrationError, type FaultId, faultIds, type PlantedFault } from './faults/fault.ts';
import { plantFaults } from './faults/plant-faults.ts';
import { maintain } from './maintenance/maintain.ts';
import { drawPlan } from './plan/filed.ts';
import { LayerWriter } from './plan/layers.ts';
import { listOf } from './plan/projects.ts';
import { createCounty } from './survey-county.ts';
import { type CountyTargets, targetsOf } from './targets.ts';

export interface CountyOptions {
  /** Integer; the same seed gives the same county. Default 1. */
  readonly seed?: number;
  /** About how many parcels the survey has: 2,000 to 1,000,000, default 20,000. The county's area does not depend on it. */
  readonly parcels?: number;
  /** Faults in the maintained database: none (default), one of every kind, or one. */
  readonly faults?: 'none' | 'all' | FaultId;
}

/** An invented county with its plan on file, the plan after a maintenance, and the data both share. */
export interface DemonstrationCounty {
  readonly filed: Plan;
  readonly maintained: Plan;
  readonly base: Plan;
  readonly targets: CountyTargets;
  /** 重点建设项目清单 of either version. */
  readonly projects: Readonly<Record<'filed' | 'maintained', readonly ProjectRow[]>>;
  readonly faults: readonly PlantedFault[];
}

const LEAST = 2000;
const MOST = 1_000_000;

/**
 * Generates the county. Pure: the same options give the same coordinates and values everywhere.
 *
 * @throws DemonstrationError `demonstration.invalid-option`, `demonstration.no-place` (a fault that this county has no place for)
 */
export function generateCounty(options: CountyOptions = {}): DemonstrationCounty {
  const { seed = 1, parcels = 20_000, faults = 'none' } = options;
  if (!Number.isInteger(seed)) throw invalid(`种子 ${seed} 不是整数`, '请给一个整数，例如 1');
  if (!(parcels >= LEAST && parcels <= MOST)) {
    throw invalid(`图斑数 ${parcels} 超出范围`, `请取 ${LEAST} 到 ${MOST} 之间的数`);
  }
  const county = createCounty(seed, parcels);
  const filed = drawPlan(county);
  const maintained = maintain(county, filed);
  const wanted = faults === 'none' ? [] : faults === 'all' ? faultIds : [faults];
  const planted = plantFaults(county, filed, maintained, wanted);
  const writer = new LayerWriter(county);
  const base = writer.base();
  const filedPlan = writer.plan(filed.state, '备案');
  return {
    base,
    filed: filedPlan,
    maintained: writer.plan(maintained.state, '维护后'),
    targets: targetsOf(filedPlan, { redLineDocument: !wanted.includes('er.change-has-basis') }),
    projects: { filed: listOf(filed.state), maintained: listOf(maintained.state) },
    faults: planted,
  };
}

function invalid(what: string, advice: string): DemonstrationError {
  return new DemonstrationError('demonstration.invalid-option', `演示县生成选项有误：${what}。${advice}。`);
}
