import { loadKernelOverlay, PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, defaultTolerance, type Plan } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { importPlan } from './import-plan.ts';
import { changeBetween } from './plan-change.ts';
import { publish } from './publish.ts';
import { rollBack } from './roll-back.ts';
import { listPlans, listVersions, type PlanVersion } from './version.ts';

const actor = { name: '测试', origin: 'localhost' };
const code = '230898';

/** One square of a control line, so many metres wide. */
function planOf(width: number): Plan {
  const builder = new PolygonsBuilder();
  const [x, y] = [44_532_000, 5_236_000];
  builder.addRing([x, y, x + width, y, x + width, y + width, x, y + width]);
  builder.endPolygon();
  builder.endFeature();
  const columns = new Map([['BSM', { kind: 'text', values: ['230898000000000001'] } as const]]);
  const layer = {
    code: 'CZKFBJ',
    sourceName: 'CZKFBJ',
    crs: crsOf(4532)!,
    polygons: builder.build(),
    columns,
  };
  return { name: 'test', digest: '', format: 'memory', layers: new Map([['CZKFBJ', layer]]), notes: [] };
}

onBothDatabases('what is written within the transaction of a version', (database) => {
  const told: number[] = [];
  const tell = async (_session: unknown, { number }: PlanVersion): Promise<void> => void told.push(number);
  const refuse = async (): Promise<void> => {
    throw new Error('refused');
  };
  const versions = async (): Promise<number> => (await listVersions(database(), code)).length;

  it('is undone with it and undoes it: import', async () => {
    const request = { plan: planOf(100), code, region: code, reason: '' };
    await expect(importPlan(database(), actor, { ...request, within: refuse })).rejects.toThrow('refused');
    expect(await listPlans(database())).toEqual([]);
    await importPlan(database(), actor, { ...request, within: tell });
    expect([told, await versions()]).toEqual([[1], 1]);
  });

  it('is undone with it and undoes it: publish', async () => {
    const request = {
      code,
      change: changeBetween(planOf(100), planOf(200)),
      review: { id: 'review' },
      reason: '',
      overlay: await loadKernelOverlay(defaultTolerance.grid),
      tolerance: defaultTolerance,
    };
    await expect(publish(database(), actor, { ...request, within: refuse })).rejects.toThrow('refused');
    expect(await versions()).toBe(1);
    await publish(database(), actor, { ...request, within: tell });
    expect([told, await versions()]).toEqual([[1, 2], 2]);
  });

  it('is undone with it and undoes it: roll back', async () => {
    const request = { code, to: 1, reason: '' };
    await expect(rollBack(database(), actor, { ...request, within: refuse })).rejects.toThrow('refused');
    expect(await versions()).toBe(2);
    await rollBack(database(), actor, { ...request, within: tell });
    expect([told, await versions()]).toEqual([[1, 2, 3], 3]);
  });
});
