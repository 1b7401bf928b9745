import { afterAll, describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { lengthMeasure, planeAreaMeasure } from '../fragments/fragment-measure.ts';
import { overlayTable } from '../fragments/overlay-table.ts';
import { pooledOverlayTable } from '../fragments/pooled-overlay-table.ts';
import { lattice } from '../testing/lattice.ts';
import { ringsOf } from '../testing/shapes.ts';
import { type BrowserWorker, createBrowserPool } from './browser-pool.ts';
import { createNodePool } from './node-pool.ts';
import { kernelTasks } from './tasks.ts';
import { answer, type TaskRequest, WorkerPool, type WorkerPort } from './worker-pool.ts';

const a = lattice(40, 30, 100, 44_500_000, 5_236_000, 1);
const b = lattice(11, 9, 333, 44_500_017, 5_236_023, 2);
const options = { measures: [planeAreaMeasure, lengthMeasure] };
const alone = overlayTable(prepareEdges(a), prepareEdges(b), options);

const pools: WorkerPool[] = [];
const keep = (pool: WorkerPool): WorkerPool => {
  pools.push(pool);
  return pool;
};
afterAll(() => {
  for (const pool of pools) pool.close();
});

/** A worker of a browser, played in this thread, with its messages copied as a browser would. */
function played(): BrowserWorker {
  let heard: ((event: { readonly data?: unknown }) => void) | undefined;
  return {
    addEventListener: (type, listener) => {
      if (type === 'message') heard = listener;
    },
    postMessage: (request) => {
      queueMicrotask(() =>
        heard?.({ data: structuredClone(answer(kernelTasks, structuredClone(request) as TaskRequest)) }),
      );
    },
    terminate: () => undefined,
  };
}

describe('WorkerPool', () => {
  it.each([
    ['one thread', createNodePool(1)],
    ['three threads', createNodePool(3)],
    ['browser workers', createBrowserPool(2, played)],
  ])('gives the same bits as no pool: %s', async (_, pool) => {
    expect(await pooledOverlayTable(a, b, options, keep(pool))).toEqual(alone);
  });

  it('tells the error of a task', async () => {
    const bowTie = ringsOf([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ]);
    await expect(pooledOverlayTable(bowTie, bowTie, options, keep(createNodePool(1)))).rejects.toThrow(
      /自相交/,
    );
    const failing = createBrowserPool(1, () => ({
      ...played(),
      postMessage: () => {
        throw new Error('cannot post');
      },
    }));
    await expect(failing.run('overlayPart', [])).resolves.toEqual([]);
    await expect(pooledOverlayTable(a, b, options, failing)).rejects.toThrow('cannot post');
  });

  it('runs a task once on every worker, before what waits for any of them', async () => {
    const heard: string[] = [];
    const port = (name: string): WorkerPort => {
      let reply: (message: unknown) => void = () => undefined;
      return {
        post: (request) => {
          const { id, input } = request as TaskRequest;
          heard.push(`${name} ${input}`);
          queueMicrotask(() => reply({ id, output: input }));
        },
        listen: (onMessage) => {
          reply = onMessage;
        },
        end: () => undefined,
      };
    };
    const pool = new WorkerPool<{ say: (word: string) => string }>([port('a'), port('b')]);
    const first = pool.run('say', ['one', 'two', 'three']);
    await pool.everywhere('say', 'all');
    expect(await first).toEqual(['one', 'two', 'three']);
    const of = (name: string) => heard.filter((line) => line.startsWith(name));
    expect(of('a').slice(0, 2)).toEqual(['a two', 'a all']);
    expect(of('b').slice(0, 2)).toEqual(['b one', 'b all']);
  });

  it('fails what waits for a worker that died', async () => {
    let die: (error: Error) => void = () => undefined;
    const port: WorkerPort = {
      post: () => die(new Error('out of memory')),
      listen: (_, onError) => {
        die = onError;
      },
      end: () => undefined,
    };
    await expect(pooledOverlayTable(a, b, options, new WorkerPool([port]))).rejects.toThrow('out of memory');
  });
});
