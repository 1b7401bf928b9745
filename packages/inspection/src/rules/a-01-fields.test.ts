import {
  type DeliveredField,
  type DeliveredLayer,
  fieldsOf,
  type LayerPart,
  layerSpec,
} from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { database, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

function fieldsLike(code: string, part: LayerPart = 'plan'): DeliveredField[] {
  const spec = layerSpec(code)!;
  const fields = part === 'change' ? fieldsOf(spec, part).slice(0, 10) : spec.fields;
  return fields.map(({ name, type, length }) => ({ sourceName: name, name, type, length }));
}

function layerWith(
  code: string,
  change: (fields: DeliveredField[]) => DeliveredField[],
  part: LayerPart = 'plan',
): DeliveredLayer {
  return deliveredLayer(code, [], { fields: change(fieldsLike(code, part)) }, part);
}

const set = (name: string, to: Partial<DeliveredField>) => (fields: DeliveredField[]) =>
  fields.map((field) => (field.name === name ? { ...field, ...to } : field));
const drop =
  (...names: string[]) =>
  (fields: DeliveredField[]) =>
    fields.filter(({ name }) => !names.includes(name ?? ''));

describe('A-01 fields', () => {
  it('passes the fields of the standard, in a layer of changes too', async () => {
    const delivery = deliveryOf(
      layerWith('CZKFBJ', (fields) => fields),
      layerWith('YJJBNTBHTB', drop('ZRRZJHM')),
      layerWith('GHFQ', (fields) => fields, 'change'),
    );
    expect(await inspectBy('A-01', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it.each([
    ['a missing field', drop('GHFQDM'), '缺少字段 GHFQDM（规划分区代码）。'],
    ['another length', set('GHFQDM', { length: 2 }), '字段 GHFQDM 的长度是 2，应为 3。'],
    ['no length', set('GHFQDM', { length: 0 }), '字段 GHFQDM 没有限定长度，应为 3。'],
    ['another type', set('MJ', { type: 'text', length: 20 }), '字段 MJ 的类型是文本，应为双精度。'],
  ])('finds %s', async (_, change, message) => {
    const { status, findings } = await inspectBy('A-01', deliveryOf(layerWith('CZKFBJ', change)));
    expect(status).toBe('failed');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ layer: 'CZKFBJ', row: null, severity: 'error', message });
    expect(findings[0]!.attribute).toBe(message.includes('MJ') ? 'MJ' : 'GHFQDM');
  });

  it('does not rest on what the sources do not say', async () => {
    const doubtful = deliveryOf(
      layerWith('STBHHX', set('HXBM', { length: 50 })),
      layerWith('CZKFBJ', set('BZ', { length: 254 })),
      layerWith('ZXCQCSLX', set('LB', { type: 'integer', length: 0 })),
    );
    expect((await inspectBy('A-01', doubtful)).findings).toEqual([]);
    const { findings } = await inspectBy('A-01', deliveryOf(layerWith('ZXCQCSLX', drop('GKYQ'))));
    expect(findings).toMatchObject([{ severity: 'warning', attribute: 'GKYQ' }]);
  });

  it('takes another field table of the layer', async () => {
    const variant = layerWith('STBHHX', (fields) => [
      ...drop('SHENG', 'HXBM')(fields),
      { sourceName: 'LHLX', name: 'LHLX', type: 'integer', length: 0 },
    ]);
    const { status, findings } = await inspectBy('A-01', deliveryOf(variant));
    expect(status).toBe('passed');
    expect(findings).toMatchObject([
      { severity: 'info', message: '按“规划分册”的字段交付，没有 SHENG、HXBM。' },
    ]);
  });

  it('hints once at fields beyond the standard', async () => {
    const extra = (sourceName: string): DeliveredField => ({
      sourceName,
      name: null,
      type: 'text',
      length: 9,
    });
    const { status, findings } = await inspectBy(
      'A-01',
      deliveryOf(
        layerWith('CZKFBJ', (fields) => [
          ...fields,
          extra('MJ_YS'),
          extra('Shape_Area'),
          extra('X'.repeat(900)),
        ]),
      ),
    );
    expect(status).toBe('passed');
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toBe(`有规定以外的字段：“MJ_YS”、“${'X'.repeat(40)}…”。`);
  });

  it('compares only names in GeoJSON', async () => {
    const layer = layerWith('CZKFBJ', set('GHFQDM', { type: 'integer', length: 0 }));
    const delivery = { ...deliveryOf(), databases: [database([layer], { format: 'GeoJSON' })] };
    expect((await inspectBy('A-01', delivery)).findings).toEqual([]);
  });

  it('is not run without layers', async () => {
    const { status, reason } = await inspectBy('A-01', deliveryOf());
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有图层。' });
  });
});
