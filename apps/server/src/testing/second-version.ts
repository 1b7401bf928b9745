import { loadKernelOverlay } from '@tuheng/geometry';
import { defaultTolerance, type Layer, type Plan } from '@tuheng/standard';
import { changeBetween, type Database, publish, readVersion } from '@tuheng/store';
import { plan } from './test-server.ts';

/** A remark that would do harm in a page that took it for markup. */
export const markup = `<script>alert("1")</script><img src=x onerror='alert(2)'>&amp;`;

/** Publishes a second version, in which the first zone carries that remark. */
export async function publishSecondVersion(database: Database): Promise<void> {
  const before = await readVersion(database, plan);
  const change = changeBetween(before, remarked(before));
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  await publish(
    database,
    { name: 'test', origin: 'localhost' },
    { code: plan, change, review: { id: 'test' }, reason: 'test', overlay, tolerance: defaultTolerance },
  );
}

function remarked(before: Plan): Plan {
  const layer = before.layers.get('GHFQ')!;
  const remarks = layer.columns.get('BZ')!;
  if (remarks.kind !== 'text') throw new Error('BZ is no text');
  const columns = new Map(layer.columns).set('BZ', {
    kind: 'text',
    values: remarks.values.map((value, row) => (row === 0 ? markup : value)),
  });
  return { ...before, layers: new Map<string, Layer>(before.layers).set('GHFQ', { ...layer, columns }) };
}
