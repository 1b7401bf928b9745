import { describe, expect, it } from 'vitest';
import { allLayerSpecs, resolveLayer } from './layer-spec.ts';
import {
  changeFields,
  changeTypes,
  expansionAccountingDomain,
  layerNames,
  quotaSourceDomain,
  reasonDomain,
} from './maintenance-fields.ts';

describe('changeFields', () => {
  it('are the ten of standards.md §2.2, in order', () => {
    expect(changeFields.map(({ name, title, type, length }) => [name, title, type, length])).toEqual([
      ['BSM', '标识码', 'text', 18],
      ['YSDM', '要素代码', 'text', 10],
      ['XZQDM', '行政区代码', 'text', 12],
      ['XZQMC', '行政区名称', 'text', 100],
      ['WHLX', '维护类型', 'text', 2],
      ['WHLY', '维护理由', 'text', 3],
      ['JDZBLY', '机动指标来源', 'text', 10],
      ['WHBH', '维护编号', 'text', 18],
      ['KZBSHSLX', '扩展倍数核算类型', 'text', 3],
      ['BZ', '备注', 'text', 255],
    ]);
  });
});

describe('domains', () => {
  it('know the three change types', () => {
    expect(changeTypes.map(({ code, name, confidence }) => [code, name, confidence])).toEqual([
      ['1', '调入', 'found'],
      ['2', '属性变更', 'found'],
      ['3', '调出', 'found'],
    ]);
  });

  it.each([reasonDomain, quotaSourceDomain, expansionAccountingDomain])(
    'leave $field open: nobody has found its values',
    (domain) => {
      expect(domain).toMatchObject({ entries: null, status: '未核实', confidence: 'none' });
      expect(changeFields.map(({ name }) => name)).toContain(domain.field);
    },
  );
});

describe('layerNames', () => {
  it('put WHQ, WHC and WHH before the code', () => {
    expect(layerNames('GHFQ')).toEqual({ before: 'WHQGHFQ', change: 'WHCGHFQ', after: 'WHHGHFQ' });
  });

  it('are never taken for layers of a plan', () => {
    for (const { code } of allLayerSpecs()) {
      for (const name of Object.values(layerNames(code))) expect(resolveLayer(name)).toBeUndefined();
    }
  });
});
