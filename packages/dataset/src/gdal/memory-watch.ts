import { readFile } from 'node:fs/promises';

const INTERVAL_MS = 50;

/**
 * Calls `exceeded` once when the resident memory of a process passes `limitMB`. Only Linux tells (`/proc`); elsewhere the
 * 2 GB that WebAssembly can address are the limit. Returns how to stop watching.
 */
export function watchMemory(pid: number | undefined, limitMB: number, exceeded: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => {};
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kilobytes = Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0);
    if (kilobytes <= limitMB * 1024) return;
    clearInterval(timer);
    exceeded();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
