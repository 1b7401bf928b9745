import { parentPort, workerData } from 'node:worker_threads';
import type { Computation, Computed, ThreadMessage } from './computation.ts';
import { runInspection } from './run-inspection.ts';
import { runReview } from './run-review.ts';

const say = (message: ThreadMessage): void => parentPort!.postMessage(message);

async function compute({ kind, args, desk }: Computation): Promise<Computed> {
  const tell = (stage: string, share?: number): void => say({ stage, ...(share !== undefined && { share }) });
  if (kind === 'review') {
    const { review } = await runReview(args, tell, desk);
    return { id: review.id, out: args.out, counts: countsOf(review.verdicts) };
  }
  const inspection = await runInspection(args, tell, desk);
  return { id: inspection.id, out: args.out, counts: countsOf(inspection.rules) };
}

function countsOf(items: readonly { readonly status: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of items) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

try {
  say({ result: await compute(workerData as Computation) });
} catch (error) {
  const { code, message } = error as { code?: string; message?: string };
  // An error loses its code on the way between threads.
  say({ error: { code: code ?? 'internal', message: message ?? String(error) } });
}
