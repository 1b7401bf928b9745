import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlantedDataFault } from '@tuheng/demonstration';
import { type Finding, type Inspection, inspectionRules, type Systematic } from '@tuheng/inspection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuheng } from './testing/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-质检-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Generates a county with its delivery and inspects it with all that stands beside it. */
function inspected(name: string, kind: '--package' | '--data-faults'): Inspection {
  const at = (file: string): string => join(folder, name, file);
  const made = tuheng(
    'demo',
    '--generate',
    at(''),
    '--parcels',
    '4000',
    kind,
    '--date',
    '20261124',
    '--quiet',
  );
  expect(made.code, made.err).toBe(0);
  const beside = ['--base', at('基础数据.gdb'), '--filed', at('备案.gdb'), '--maintained', at('维护后.gdb')];
  if (kind === '--data-faults') beside.push('--neighbour', at('邻县.gdb'));
  const { code, err } = tuheng('inspect', at('成果包'), ...beside, '--out', at('质检'), '--quiet');
  expect(code, err).not.toBe(2);
  return JSON.parse(readFileSync(at('质检/inspection.json'), 'utf8'));
}

type Found = Finding | Systematic;

/** What a finding says, without what depends on the rows before it. */
function sayingOf(found: Found): string {
  const bsm = 'bsm' in found ? found.bsm : found.cause;
  return [
    found.rule,
    found.layer,
    bsm,
    found.attribute ?? '',
    'geometry' in found ? JSON.stringify(found.geometry) : '',
  ].join('|');
}

function hits(found: Found, fault: PlantedDataFault): boolean {
  if (found.rule !== fault.rule || found.layer !== fault.object) return false;
  if (fault.attribute !== undefined && found.attribute !== fault.attribute) return false;
  if (fault.bsm === undefined || fault.bsm === null || !('bsm' in found)) return true;
  return found.bsm === fault.bsm || (found.others ?? []).some(({ bsm }) => bsm === fault.bsm);
}

describe('the demonstration county with one fault of the data for every rule', () => {
  let sound: Inspection;
  let faulty: Inspection;
  let faults: readonly PlantedDataFault[];
  let found: Found[];

  beforeAll(() => {
    sound = inspected('完好', '--package');
    faulty = inspected('有误', '--data-faults');
    faults = JSON.parse(readFileSync(join(folder, '有误', 'data-faults.json'), 'utf8'));
    const own = new Set([...sound.findings, ...sound.systematic].map(sayingOf));
    found = [...faulty.findings, ...faulty.systematic].filter((finding) => !own.has(sayingOf(finding)));
  }, 240_000);

  it('has nothing wrong when it is sound but corners that are sharp, and codes that nobody knows', () => {
    const failed = sound.rules.filter(({ status }) => status === 'failed').map(({ rule }) => rule);
    expect(failed).toEqual(['G-05', 'V-03']);
    expect(sound.summary.maySubmit).toBe(true);
  });

  it('covers every rule of the book', () => {
    const covered = new Set([...faults.map(({ rule }) => rule), 'V-03']);
    expect(inspectionRules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it('shows every planted fault once, at its place', () => {
    const missed = faults.filter((fault) => found.filter((finding) => hits(finding, fault)).length !== 1);
    expect(missed).toEqual([]);
    for (const fault of faults) {
      const finding = found.find((candidate) => hits(candidate, fault))!;
      if (fault.place && 'geometry' in finding)
        expect(distance(finding, fault.place), fault.description).toBeLessThan(0.02);
    }
  });

  it('shows nothing else', () => {
    expect(found.filter((finding) => !faults.some((fault) => hits(finding, fault)))).toEqual([]);
  });

  it('may not be submitted', () => {
    expect(faulty.summary.maySubmit).toBe(false);
    expect(faulty.summary.obstacles.length).toBeGreaterThan(20);
  });
});

/** Least distance in degrees from a place to the vertices of a finding's geometry. */
function distance({ geometry }: Finding, [x, y]: readonly [number, number]): number {
  const numbers = (geometry ? (geometry.coordinates as unknown[]) : []).flat(4) as number[];
  let least = geometry ? Infinity : 0;
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    least = Math.min(least, Math.hypot(numbers[i]! - x, numbers[i + 1]! - y));
  }
  return least;
}
