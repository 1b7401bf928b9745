import { parentPort, workerData } from 'node:worker_threads';
import { loadKernelOverlay } from '@tuheng/geometry';
import { defaultTolerance } from '@tuheng/standard';
import { measureRegions } from './measure-regions.ts';
import type { RegionQuestion } from './region-question.ts';

/* What runs in a thread that measures one layer by regions and ends. */
const overlay = await loadKernelOverlay(defaultTolerance.grid);
parentPort!.postMessage(measureRegions(workerData as RegionQuestion, overlay));
