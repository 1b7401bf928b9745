import { existsSync, readdirSync, readFileSync } from 'node:fs';

/*
 * Memory of a process tree, read from /proc. The sum of resident sets counts pages that processes share more than once, so
 * it errs to the high side.
 */

const PAGE_BYTES = 4096;
const SAMPLE_MS = 50;

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** Resident bytes of a process and all its descendants. */
function treeBytes(ancestor: number): number {
  const children = new Map<number, number[]>();
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
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    sum += residentBytes(pid);
    open.push(...(children.get(pid) ?? []));
  }
  return sum;
}

/**
 * Watches a process tree every 50 ms from now on. The function returned ends that and gives the peak in bytes, or undefined
 * on a platform without /proc.
 */
export function watchPeakMemory(pid: number): () => number | undefined {
  if (!existsSync('/proc/self/statm')) return () => undefined;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeBytes(pid));
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
