import { parentPort } from 'node:worker_threads';
import { loadKernelOverlay } from '@tuheng/geometry';
import { judgeSite, prepareSitePlan, SiteError, type SitePlan } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
import type { SiteAnswer, SiteRequest } from './site-messages.ts';

/* What runs in the thread that judges sites: it keeps the plans it was given, and answers one request after the other. */
const plans = new Map<string, SitePlan>();
const overlay = loadKernelOverlay(defaultTolerance.grid);
let last: Promise<unknown> = Promise.resolve();

parentPort!.on('message', (request: SiteRequest) => {
  last = last.then(() => handle(request));
});

async function handle(request: SiteRequest): Promise<void> {
  const { id } = request;
  try {
    const report = await reportOf(request);
    const answer: SiteAnswer = report === undefined ? { id } : { id, report };
    parentPort!.postMessage(answer, report === undefined ? [] : [report.buffer]);
  } catch (error) {
    const { message } = error as Error;
    const answer: SiteAnswer = {
      id,
      error: error instanceof SiteError ? { code: error.code, message } : { message },
    };
    parentPort!.postMessage(answer);
  }
}

async function reportOf(request: SiteRequest): Promise<Uint8Array<ArrayBuffer> | undefined> {
  switch (request.kind) {
    case 'keep':
      plans.set(request.key, prepareSitePlan({ ...request.plans, overlay: await overlay }));
      return undefined;
    case 'drop':
      plans.delete(request.key);
      return undefined;
    case 'judge':
      return new TextEncoder().encode(
        JSON.stringify(await judgeSite(request.site, plans.get(request.key)!, request.options)),
      );
  }
}
