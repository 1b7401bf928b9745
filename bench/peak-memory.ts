import { readFileSync } from 'node:fs';

/**
 * Peak resident memory of this process in MB. From /proc where there is one: getrusage's figure starts with what the parent process
 * weighed when it started this one.
 */
export function peakMB(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)![1]) / 1000;
  } catch {
    return process.resourceUsage().maxRSS / 1000;
  }
}
