/**
 * Measures a command: seconds and peak memory of its whole process tree (Linux: sum of the resident sets in /proc, every
 * 50 ms). `npm run measure` measures the review of the demonstration county; `npm run measure -- COMMAND …` any other.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';

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

function residentBytes(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

/** Resident bytes of a process and all its descendants. */
function treeBytes(ancestor) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // The process ended while we looked.
    }
  }
  let sum = 0;
  const open = [ancestor];
  while (open.length > 0) {
    const pid = open.pop();
    sum += residentBytes(pid);
    open.push(...(children.get(pid) ?? []));
  }
  return sum;
}

const given = process.argv.slice(2);
if (given.length === 0 && !existsSync(`${root}${data}/基础数据.gdb`)) {
  const made = spawnSync('bin/tuheng', ['demo', '--generate', data], { cwd: root, stdio: 'inherit' });
  if (made.status !== 0) process.exit(made.status ?? 1);
}
const [command, ...args] = given.length > 0 ? given : review;
const started = performance.now();
const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
let peak = 0;
const timer = existsSync('/proc/self/statm')
  ? setInterval(() => {
      peak = Math.max(peak, treeBytes(child.pid));
    }, 50)
  : undefined;
child.on('error', (error) => {
  console.error(`could not run ${command}: ${error.message}`);
  process.exit(2);
});
child.on('close', (code) => {
  clearInterval(timer);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const memory = timer ? `${(peak / 1e6).toFixed(0)} MB` : 'not measured on this platform';
  console.log(
    `\n${seconds} s, peak memory ${memory}, exit code ${code} (${cpus().length} × ${cpus()[0]?.model}, ${platform()})`,
  );
});
