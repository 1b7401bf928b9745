import { Worker } from 'node:worker_threads';
import { defaultLimits } from '../limits.ts';
import { withTemporaryFolder } from '../source/temporary-folder.ts';
import { unzip } from '../source/unzip.ts';

/** A sheet as text and numbers by row and column; of formulas the last result, of dates YYYY-MM-DD, of merged cells the first. */
export interface ReadSheet {
  readonly name: string;
  /** Rows by their number in the sheet, empty ones included; trailing empty cells and rows left out. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What reading one workbook may cost. A plan's tables have some hundred rows. */
export interface WorkbookLimits {
  readonly seconds: number;
  readonly memoryMB: number;
  /** Unpacked size in MiB. */
  readonly unpackedMB: number;
  /** Cells of all sheets, empty ones between others and empty rows counted. */
  readonly cells: number;
}

export const workbookLimits: WorkbookLimits = {
  seconds: 60,
  memoryMB: 1024,
  unpackedMB: 256,
  cells: 2_000_000,
};

/** What the worker is told and what it answers. */
export interface WorkbookRequest {
  readonly path: string;
  readonly cells: number;
}
export type WorkbookReply = { readonly sheets: readonly ReadSheet[] } | { readonly error: string };

/** Deflate cannot pack beyond 1:1032, and XML of equal rows comes near. */
const XML_RATIO = 1032;

/**
 * Reads the sheets of a workbook (.xlsx). It is foreign: it is unpacked under a meter first, and read in a thread of its own that is
 * stopped when it takes too long or too much.
 *
 * @throws Error where it is damaged, encrypted, has no sheet, or costs more than `limits`
 */
export async function readWorkbook(path: string, limits = workbookLimits): Promise<readonly ReadSheet[]> {
  await withTemporaryFolder((folder) =>
    unzip(path, folder, 'workbook', {
      ...defaultLimits,
      unpackedMB: limits.unpackedMB,
      compressionRatio: XML_RATIO,
    }),
  );
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: { path, cells: limits.cells } satisfies WorkbookRequest,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMB },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<WorkbookReply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the reader of workbooks ended early')));
      timer = setTimeout(() => reject(new Error(`more than ${limits.seconds} s`)), limits.seconds * 1000);
    });
    if ('error' in reply) throw new Error(reply.error);
    return reply.sheets;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
