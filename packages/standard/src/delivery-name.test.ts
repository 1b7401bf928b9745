import { describe, expect, it } from 'vitest';
import { parseDeliveryName } from './delivery-name.ts';

describe('parseDeliveryName', () => {
  it.each([
    [
      '440800湛江市市级国土空间总体规划矢量数据.gdb',
      { adcode: '440800', region: '湛江市', level: '市级', kind: 'plan' },
    ],
    [
      '440803霞山区县级国土空间总体规划矢量数据.gdb',
      { adcode: '440803', region: '霞山区', level: '县级', kind: 'plan' },
    ],
    [
      '440311光明区县级国土空间总体规划矢量数据.gdb',
      { adcode: '440311', region: '光明区', level: '县级', kind: 'plan' },
    ],
    ['230899示例县国土空间规划矢量数据.gdb', { adcode: '230899', region: '示例县', kind: 'plan' }],
    [
      '230899示例县2026年度县级国土空间总体规划动态维护.gdb',
      { adcode: '230899', region: '示例县', level: '县级', kind: 'maintenance', year: 2026 },
    ],
    ['530102城镇开发边界管理.gdb', { adcode: '530102', region: '', kind: 'boundary-management' }],
  ])('reads %s', (name, expected) => {
    expect(parseDeliveryName(name)).toEqual(expected);
  });

  it('reads a boundary package with its date', () => {
    expect(parseDeliveryName('331083玉环市城镇开发边界管理成果20231106.zip')).toMatchObject({
      adcode: '331083',
      region: '玉环市',
      kind: 'boundary-management',
    });
  });

  it('reads a zipped geodatabase as the geodatabase in it', () => {
    const name = '440803霞山区县级国土空间总体规划矢量数据.gdb';
    expect(parseDeliveryName(`${name}.zip`)).toEqual(parseDeliveryName(name));
  });

  it.each([
    'A.gdb',
    '44080霞山区县级国土空间总体规划矢量数据.gdb',
    '县级国土空间总体规划矢量数据.gdb',
    '440803霞山区县级国土空间总体规划文本.pdf',
    '230899示例县县级国土空间总体规划动态维护.gdb',
    '',
  ])('does not guess at %j', (name) => {
    expect(parseDeliveryName(name)).toBeUndefined();
  });
});
