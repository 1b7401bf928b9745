import { type DeliveredName, resolveDeliveredLayer } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import type { PivotColumn } from '../flatgeobuf/property-reader.ts';
import { planFields } from './field-plan.ts';

const layer = (code: string): DeliveredName => resolveDeliveredLayer(code)!;
const text = (name: string): PivotColumn => ({ name, kind: 'text' });

describe('planFields', () => {
  it('gives fields the name of the standard, by code, alias, title and whatever the case', () => {
    const plan = planFields(layer('STBHHX'), [text('bsm'), text('XJXZQMC'), text('红线名称')]);
    expect(plan.map(({ target }) => target)).toEqual(['BSM', 'XZQMC', 'HXMC']);
  });

  it('keeps what the standard does not know under its own name', () => {
    const [plan] = planFields(layer('CZKFBJ'), [{ name: 'Shape_Area', kind: 'number' }]);
    expect(plan).toMatchObject({ target: 'Shape_Area', spec: undefined, wanted: 'number' });
  });

  it('prefers the standard’s own name where two fields mean the same', () => {
    const plan = planFields(layer('STBHHX'), [text('XJXZQDM'), text('XZQDM')]);
    expect(plan.map(({ target }) => target)).toEqual(['XJXZQDM', 'XZQDM']);
    expect(plan.map(({ spec }) => spec?.name)).toEqual([undefined, 'XZQDM']);
  });

  it('drops personal fields in every layer, and binary ones', () => {
    const plan = planFields(layer('CZKFBJ'), [
      text('lxdh'),
      text('ZRRZJHM'),
      text('JZDZ'),
      { name: 'PIC', kind: 'binary' },
    ]);
    expect(plan.map(({ dropped }) => dropped)).toEqual(['personal', 'personal', 'personal', 'binary']);
    expect(plan.every(({ wanted }) => wanted === 'drop')).toBe(true);
  });

  it('asks for text where the standard has text and the file a number', () => {
    const [plan] = planFields(layer('CZKFBJ'), [{ name: 'XZQDM', kind: 'number' }]);
    expect(plan?.wanted).toBe('text');
  });

  it('takes the names of a profile before its own, those of the layer’s own code first', () => {
    const aliases = {
      fields: { GHFQ: { 分区: 'GHFQDM', bz: 'GHFQMC', none: 'XX' }, WHCGHFQ: { 分区: 'whlx' } },
    };
    const columns = [text('分区'), text('BZ'), text('none')];
    const names = (code: string) => planFields(layer(code), columns, aliases).map(({ spec }) => spec?.name);
    expect(names('GHFQ')).toEqual(['GHFQDM', 'GHFQMC', undefined]);
    expect(names('WHCGHFQ')).toEqual(['WHLX', 'GHFQMC', undefined]);
  });

  it('knows the fields of the change in WHC layers only', () => {
    const names = (code: string) => planFields(layer(code), [text('维护类型')]).map(({ spec }) => spec?.name);
    expect([names('WHCGHFQ'), names('WHHGHFQ')]).toEqual([['WHLX'], [undefined]]);
  });
});
