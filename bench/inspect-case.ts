/**
 * Runs the inspection in a process of its own: `inspect-case.ts file PATH` reads a database first, `inspect-case.ts input FILE` takes a
 * benchmark input as DLTB. Prints one JSON line: the seconds of reading and of every rule, and the peak memory of this process.
 */
import { basename } from 'node:path';
import { readDelivery } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { inspectDelivery } from '@tuheng/inspection';
import { type Delivery, defaultTolerance } from '@tuheng/standard';
import { readDatasetFile } from './inputs/dataset-file.ts';
import { surveyLayer } from './inputs/survey-layer.ts';
import { peakMB } from './peak-memory.ts';

export interface InspectRun {
  readonly reading: number;
  readonly rules: readonly { readonly rule: string; readonly seconds: number }[];
  readonly findings: number;
  readonly peakMB: number;
}

const [kind, path] = process.argv.slice(2);
const overlay = await loadKernelOverlay(defaultTolerance.grid);
const started = performance.now();
const delivery = kind === 'file' ? await readDelivery(path!) : generated(path!);
const reading = kind === 'file' ? (performance.now() - started) / 1000 : 0;
globalThis.gc?.();
const rules: { rule: string; seconds: number }[] = [];
let since = performance.now();
let current = '';
const { inspection } = await inspectDelivery({ delivery, overlay, progress: next });
next('');
const run: InspectRun = {
  reading,
  rules,
  findings: inspection.findings.length + inspection.systematic.length,
  peakMB: peakMB(),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

function next(rule: string): void {
  const now = performance.now();
  if (current !== '') rules.push({ rule: current, seconds: (now - since) / 1000 });
  since = now;
  current = rule;
}

function generated(file: string): Delivery {
  const layer = surveyLayer(readDatasetFile(file).polygons);
  const name = basename(file);
  const database = {
    name,
    path: name,
    format: 'memory',
    digest: '',
    layers: [layer],
    otherLayers: [],
    notes: [],
  } as const;
  return { name, digest: '', databases: [database], tables: [] };
}
