import type { Profile } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const full = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }]);
const empty = deliveredLayer('STBHHX', []);

describe('C-04 layers not empty', () => {
  it('passes layers with features', async () => {
    const { status } = await inspectBy('C-04', deliveryOf(full));
    expect(status).toBe('passed');
  });

  it('warns of an empty one', async () => {
    const { status, findings } = await inspectBy('C-04', deliveryOf(full, empty));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'STBHHX', row: null, severity: 'warning' }]);
  });

  it('passes one that the county is declared not to have', async () => {
    const profile: Profile = {
      schema: 'tuheng.profile/1',
      name: '演示县',
      parameters: { 'C-04.absentLayers': { value: ['STBHHX'], source: '演示县说明' } },
    };
    const profiles = [{ profile, name: '演示县', digest: '' }];
    const { status } = await inspectBy('C-04', deliveryOf(full, empty), { profiles });
    expect(status).toBe('passed');
  });

  it('is not run without a plan', async () => {
    const { status, reason } = await inspectBy('C-04', deliveryOf(deliveredLayer('DLTB', [])));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有规划数据库。' });
  });
});
