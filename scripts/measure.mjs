/**
 * Measures a command: seconds and peak memory of its whole process tree (Linux: sum of the resident sets in /proc, every
 * 50 ms). `npm run measure` measures the review of the demonstration county; `npm run measure -- COMMAND …` any other.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { watchPeakMemory } from './process-memory.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = 'out/measure/数据';
const review = [
  'bin/tuheng',
  'review',
  '--filed',
  `${data}/备案.gdb`,
  '--maintained',
  `${data}/维护后.gdb`,
  '--base',
  `${data}/基础数据.gdb`,
  '--out',
  'out/measure/报告',
  '--quiet',
];

const given = process.argv.slice(2);
if (given.length === 0 && !existsSync(`${root}${data}/基础数据.gdb`)) {
  const made = spawnSync('bin/tuheng', ['demo', '--generate', data], { cwd: root, stdio: 'inherit' });
  if (made.status !== 0) process.exit(made.status ?? 1);
}
const [command, ...args] = given.length > 0 ? given : review;
const started = performance.now();
const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
const endOfWatch = watchPeakMemory(child.pid);
child.on('error', (error) => {
  console.error(`could not run ${command}: ${error.message}`);
  process.exit(2);
});
child.on('close', (code) => {
  const peak = endOfWatch();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const memory = peak ? `${(peak / 1e6).toFixed(0)} MB` : 'not measured on this platform';
  console.log(
    `\n${seconds} s, peak memory ${memory}, exit code ${code} (${cpus().length} × ${cpus()[0]?.model}, ${platform()})`,
  );
});
