import { type Caller, findPlan, listPlansFor, StoreError } from '@tuheng/store';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { type Collection, collectionOf, partsOf } from './collection.ts';

type Needed = Pick<Services, 'database' | 'rights' | 'versions'>;

/** All collections that a caller may read, by plan, in the order of the layers. */
export async function listCollections({ database, versions }: Needed, caller: Caller): Promise<Collection[]> {
  const all: Collection[] = [];
  for (const plan of await listPlansFor(database, caller)) {
    const { publishedAt } = await versions.find(plan.code, 1);
    for (const layer of await versions.layers(plan.head))
      all.push(collectionOf(plan, plan.head, layer, publishedAt));
  }
  return all;
}

/**
 * One collection that a caller may read. One that they may not read is answered as one that does not exist.
 *
 * @throws Problem server.no-collection
 */
export async function findCollection(
  { database, rights, versions }: Needed,
  caller: Caller,
  id: string,
): Promise<Collection> {
  const [code, layerCode] = partsOf(id);
  const plan = await findPlan(database, code).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === 'store.no-plan') return undefined;
    throw error;
  });
  if (plan && (await rights.mayDo(caller, 'plan.read', plan.region))) {
    const head = await versions.find(code);
    const layer = (await versions.layers(head)).find((one) => one.code === layerCode);
    if (layer) return collectionOf(plan, head, layer, (await versions.find(code, 1)).publishedAt);
  }
  throw new Problem('server.no-collection', { detail: id });
}
