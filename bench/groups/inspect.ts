import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Context, scaled } from '../context.ts';
import { ensureInput } from '../inputs/ensure-input.ts';
import type { InspectRun } from '../inspect-case.ts';
import { note } from '../note.ts';
import { inputsFolder, realFolder, root } from '../places.ts';
import type { CaseResult, Stage } from '../result.ts';
import { runNode } from '../run-node.ts';
import { growthExponent, median } from '../statistics.ts';
import { faultyCoverage } from './coverage.ts';
import { SIZES } from './growth.ts';

const realLandCover = '230899示范县基础数据.gdb.zip';

/** All rules of the inspection: on 200,000 parcels with six million vertices read from a FileGDB, on real land cover, and their growth. */
export async function inspectGroup(context: Context): Promise<CaseResult[]> {
  return [await parcels(context), await real(context), await growth(context)];
}

async function parcels(context: Context): Promise<CaseResult> {
  const input = faultyCoverage(scaled(500, 400, context.scale));
  const title = `inspect ${input.columns * input.rows} parcels, ${input.vertices} vertices each, from FileGDB`;
  const file = await ensureInput(input);
  const database = join(inputsFolder, `${basename(file, '.bin')}.gdb`);
  if (!existsSync(database)) {
    note('writing the survey as FileGDB');
    const { code } = await runNode([join(root, 'bench', 'inputs', 'write-survey.ts'), file, database]);
    if (code !== 0) throw new Error('the survey could not be written');
  }
  return measured(title, 'file', database, context);
}

async function real(context: Context): Promise<CaseResult> {
  const title = 'inspect real land cover (31,409 polygons)';
  const path = join(realFolder, realLandCover);
  if (existsSync(path)) return measured(title, 'file', path, context);
  return {
    case: title,
    ours: { median: 0, runs: [] },
    peers: {},
    ratio: null,
    skipped: `${realLandCover} is missing`,
  };
}

async function growth(context: Context): Promise<CaseResult> {
  const points: { parcels: number; median: number; peakMB: number }[] = [];
  for (const size of SIZES) {
    const input = faultyCoverage(scaled(500, 400, size * context.scale));
    const result = await measured('growth', 'input', await ensureInput(input), { ...context, runs: 1 });
    points.push({
      parcels: input.columns * input.rows,
      median: result.ours.median,
      peakMB: result.ours.peakMB ?? 0,
    });
  }
  const exponent = growthExponent(
    points.map((point) => point.parcels),
    points.map((point) => point.median),
  );
  const last = points.at(-1)!;
  const title = `all rules, ${points[0]!.parcels} to ${last.parcels} parcels`;
  const ours = { median: last.median, runs: [last.median], peakMB: last.peakMB };
  return { case: title, ours, peers: {}, ratio: null, growth: { exponent, points } };
}

async function measured(
  title: string,
  kind: 'file' | 'input',
  path: string,
  { runs }: Pick<Context, 'runs'>,
): Promise<CaseResult> {
  note(title);
  const done: InspectRun[] = [];
  while (done.length < runs) {
    const { code } = await runNode([join(root, 'bench', 'inspect-case.ts'), kind, path], {
      onLine: (line) => done.push(JSON.parse(line) as InspectRun),
    });
    if (code !== 0) throw new Error(`the inspection of ${basename(path)} failed`);
  }
  const total = (run: InspectRun): number =>
    run.reading + run.rules.reduce((sum, { seconds }) => sum + seconds, 0);
  const seconds = done.map(total);
  const middle = done.find((run) => total(run) === median(seconds)) ?? done[0]!;
  const all = total(middle);
  const stages: Stage[] = [
    ...(kind === 'file' ? [{ stage: 'reading', seconds: middle.reading }] : []),
    ...middle.rules.map(({ rule, seconds: own }) => ({ stage: rule, seconds: own })),
  ].map((stage) => ({ ...stage, share: stage.seconds / all }));
  const ours = {
    median: median(seconds),
    runs: seconds,
    peakMB: Math.max(...done.map((run) => run.peakMB)),
    answer: { findings: middle.findings },
  };
  return { case: title, ours, peers: {}, ratio: null, stages };
}
