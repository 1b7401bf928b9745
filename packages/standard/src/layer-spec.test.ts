import { describe, expect, it } from 'vitest';
import {
  allLayerSpecs,
  fieldsOf,
  layerSpec,
  resolveDeliveredLayer,
  resolveField,
  resolveLayer,
} from './layer-spec.ts';
import type { LayerSpec } from './layers/spec.ts';
import { changeFields, layerNames } from './maintenance-fields.ts';

const specs = allLayerSpecs();
const spec = (code: string): LayerSpec => {
  const found = layerSpec(code);
  if (!found) throw new Error(code);
  return found;
};
const names = (code: string) => spec(code).fields.map(({ name }) => name);

/** The eleven layers of the submission database (standards.md §2.2): mode 2 compares a field, mode 13 footprints. */
const submission = [
  ['GHFQ', '规划分区', 'reclassify', 'GHFQDM', '2090020610'],
  ['YDYHGHFQ', '用地用海规划分区', 'reclassify', 'GHFQDM', '2090020610'],
  ['ZXCQGHFQ', '中心城区规划分区', 'reclassify', 'GHFQDM', '2090020610'],
  ['ZXCQGHYDYH', '中心城区规划用地用海', 'reclassify', 'YDYHFLDM', '2090020620'],
  ['ZXCQCSLVX', '中心城区城市绿线', 'transfer', null, '2090020232'],
  ['ZXCQCSZX', '中心城区城市紫线', 'transfer', null, '2090020233'],
  ['ZXCQCSHX', '中心城区城市黄线', 'transfer', null, '2090020234'],
  ['HLFXKZX', '洪涝风险控制线', 'transfer', null, '2090020229'],
  ['LSWHBHX', '历史文化保护线', 'transfer', null, '2090020227'],
] as const;

describe('layers', () => {
  it('are the twenty-one of the package, each once', () => {
    expect(specs.map(({ code }) => code).sort()).toEqual(
      [
        ...['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GDBHMB', 'DLTB', 'XZQ', 'KFQ', 'ZDJSXM', 'DLZXX'],
        ...['GHFQ', 'YDYHGHFQ', 'ZXCQGHFQ', 'XZZTGNDW', 'GHYDYH', 'ZXCQGHYDYH'],
        ...['ZXCQCSLX', 'ZXCQCSLVX', 'ZXCQCSZX', 'ZXCQCSHX', 'HLFXKZX', 'LSWHBHX'],
      ].sort(),
    );
  });

  it.each(submission)('%s %s is %s by %s, YSDM %s', (code, title, mode, comparedField, ysdm) => {
    expect(spec(code)).toMatchObject({ title, mode, comparedField, maintainable: true });
    expect(spec(code).ysdm).toMatchObject({ value: ysdm, confidence: 'found' });
  });

  it('do not take the tool’s slip for the code of 蓝线', () => {
    expect(spec('ZXCQCSLX').ysdm.value).not.toBe('2090020233');
    expect(spec('ZXCQCSLX').ysdm.confidence).toBe('derived');
  });

  it('compare the control lines by footprint and know no YSDM for them', () => {
    for (const code of ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GDBHMB']) {
      expect(spec(code)).toMatchObject({ mode: 'transfer', comparedField: null });
      expect(spec(code).ysdm).toMatchObject({ value: null, confidence: 'none' });
    }
  });

  it('hold polygons, but for the roads', () => {
    expect(specs.filter(({ geometry }) => geometry === 'line').map(({ code }) => code)).toEqual(['DLZXX']);
    expect(resolveLayer('路网')?.spec.code).toBe('DLZXX');
  });

  it('compare nothing of reference layers', () => {
    for (const code of ['DLTB', 'XZQ', 'KFQ', 'ZDJSXM', 'DLZXX'])
      expect(spec(code)).toMatchObject({ mode: 'none' });
  });

  it.each(['KFQ', 'ZDJSXM', 'DLZXX'])('say that %s is not of the standard', (code) => {
    expect(spec(code).confidence).toBe('none');
    expect(spec(code).source).toContain('未核实');
  });

  describe.each(specs.map((s) => [s.code, s] as const))('%s', (_, { mode, comparedField, ...layer }) => {
    it('reclassifies by a field it has, and only then', () => {
      expect(comparedField !== null).toBe(mode === 'reclassify');
      if (comparedField) expect(layer.fields.map(({ name }) => name)).toContain(comparedField);
    });

    it('has fields of one name each, upper case, with a length exactly where they are text', () => {
      const own = layer.fields.map(({ name }) => name);
      expect(new Set(own).size).toBe(own.length);
      for (const field of layer.fields) {
        expect(field.name).toMatch(/^[A-Z][A-Z0-9]*$/);
        expect(field.title).not.toBe('');
        if (field.type === 'text') expect(field.length, field.name).toBeGreaterThan(0);
        else expect(field.length, field.name).toBe(0);
        // A DBF allows ten characters (standards.md §2.7); this one has two more, and no Shapefile will carry it.
        if (field.name !== 'FWDGDHRLY') expect(field.name.length, field.name).toBeLessThanOrEqual(10);
      }
    });

    it('has numeric area fields among its fields, but for lines', () => {
      expect(layer.areaFields.length > 0).toBe(layer.geometry !== 'line');
      for (const area of layer.areaFields) {
        expect(layer.fields.find(({ name }) => name === area)?.type).toBe('double');
      }
    });

    it('says where everything comes from', () => {
      for (const record of [layer, layer.ysdm, ...layer.fields]) expect(record.source).not.toBe('');
    });
  });
});

describe('fields', () => {
  it('of CZKFBJ are those of two independent databases (standards.md §2.4.1)', () => {
    expect(spec('CZKFBJ').fields.map(({ name, type, length }) => [name, type, length])).toEqual([
      ['BSM', 'text', 18],
      ['YSDM', 'text', 10],
      ['XZQDM', 'text', 12],
      ['XZQMC', 'text', 100],
      ['GHFQDM', 'text', 3],
      ['GHFQMC', 'text', 50],
      ['MJ', 'double', 0],
      ['BZ', 'text', 255],
    ]);
  });

  it('of the other layers begin with what standards.md lists', () => {
    expect(names('DLTB').slice(0, 5)).toEqual(['BSM', 'YSDM', 'TBYBH', 'TBBH', 'DLBM']);
    expect(names('DLTB')).toHaveLength(30);
    expect(names('XZQ').slice(0, 6)).toEqual(['BSM', 'YSDM', 'XZQDM', 'XZQMC', 'DCMJ', 'JSMJ']);
    expect(names('ZXCQGHYDYH')).toEqual(expect.arrayContaining(['YDYHFLDM', 'YDYHFLMC', 'TBMJ', 'TBDLMJ']));
    expect(names('ZXCQCSLVX')).toContain('LX');
    expect(names('ZXCQCSHX')).toEqual(expect.arrayContaining(['SSLX', 'SSDJ']));
  });

  it('that hold personal data are three, all in 永久基本农田', () => {
    const personal = specs.flatMap(({ code, fields }) =>
      fields.filter((field) => field.personal).map(({ name }) => `${code}.${name}`),
    );
    expect(personal).toEqual(['YJJBNTBHTB.ZRRZJHM', 'YJJBNTBHTB.LXDH', 'YJJBNTBHTB.JZDZ']);
  });

  it('that hold codes say of which list', () => {
    const kind = (code: string, field: string) => resolveField(spec(code), field)?.codeKind;
    expect(kind('CZKFBJ', 'XZQDM')).toBe('adcode');
    expect(kind('XZQ', 'XZQDM')).toBe('adcode');
    expect(kind('DLTB', 'DLBM')).toBe('survey');
    expect(kind('ZXCQGHYDYH', 'YDYHFLDM')).toBe('landUse');
    expect(kind('CZKFBJ', 'GHFQDM')).toBeUndefined();
  });
});

describe('resolveLayer', () => {
  it('finds each layer by its code, its title and every alias, and no other layer', () => {
    for (const layer of specs) {
      expect(resolveLayer(layer.code)).toEqual({ spec: layer, by: 'code' });
      for (const alias of [layer.title, ...layer.aliases]) {
        expect(resolveLayer(alias), alias).toEqual({ spec: layer, by: 'alias' });
      }
    }
  });

  it.each([
    ['YJJBNT', 'YJJBNTBHTB'],
    ['YJJBNTTB', 'YJJBNTBHTB'],
    ['永久基本农田', 'YJJBNTBHTB'],
    ['陆域生态保护红线', 'STBHHX'],
    ['城镇开发边界', 'CZKFBJ'],
    ['CZKFBJFWCSLX', 'ZXCQCSLX'],
    ['CZKFBJFWCSLVX', 'ZXCQCSLVX'],
    ['CZKFBJFWCSHX', 'ZXCQCSHX'],
    ['CZKFBJFWCSZX', 'ZXCQCSZX'],
  ])('reads %s, seen in the wild, as %s', (name, code) => {
    expect(resolveLayer(name)?.spec.code).toBe(code);
  });

  it.each(['czkfbj', ' CZKFBJ ', 'DBO.CZKFBJ', 'main.czkfbj', 'sde.dbo.CzkFbj\t'])('reads %j', (name) => {
    expect(resolveLayer(name)).toMatchObject({ spec: { code: 'CZKFBJ' }, by: 'code' });
  });

  it.each(['WHQCZKFBJ', 'WHCCZKFBJ', 'WHHGHFQ', 'CZKFBJ_1', 'STBHYN_d', '', '.', ' '])(
    'does not guess at %j',
    (name) => {
      expect(resolveLayer(name)).toBeUndefined();
    },
  );
});

describe('resolveDeliveredLayer', () => {
  it('finds the layers of a plan as resolveLayer does', () => {
    for (const layer of specs) {
      for (const name of [layer.code, layer.title, ...layer.aliases]) {
        expect(resolveDeliveredLayer(name), name).toEqual({
          ...resolveLayer(name),
          part: 'plan',
          code: layer.code,
        });
      }
    }
  });

  it('finds the three layers that tell the change of each', () => {
    for (const layer of specs) {
      const found = Object.entries(layerNames(layer.code)).map(([part, name]) => [part, name] as const);
      for (const [part, code] of found) {
        expect(resolveDeliveredLayer(`DBO.${code.toLowerCase()} `)).toEqual({
          spec: layer,
          part,
          code,
          by: 'code',
        });
      }
    }
  });

  it.each(['WHQ', 'WHCTEMP', 'WHX_CZKFBJ', 'WHQ永久基本农田', 'WHQWHQCZKFBJ', '', '.'])(
    'does not guess at %j',
    (name) => {
      expect(resolveDeliveredLayer(name)).toBeUndefined();
    },
  );

  it('takes the names of a profile first, whatever their case, for a layer of either kind', () => {
    const layers = { My_Layer: 'CZKFBJ', 维护层: 'whcghfq', STBHHX: 'GHFQ', bad: 'NONE' };
    expect(resolveDeliveredLayer(' my_layer', { layers })).toMatchObject({ code: 'CZKFBJ', by: 'alias' });
    expect(resolveDeliveredLayer('维护层', { layers })).toMatchObject({ code: 'WHCGHFQ', part: 'change' });
    expect(resolveDeliveredLayer('STBHHX', { layers })?.code).toBe('GHFQ');
    expect(resolveDeliveredLayer('bad', { layers })).toBeUndefined();
  });
});

describe('fieldsOf', () => {
  it('is the field table of the plan layer, with the ten of the change before it for WHC', () => {
    const layer = spec('GHFQ');
    expect(fieldsOf(layer, 'plan')).toBe(layer.fields);
    expect(fieldsOf(layer, 'before')).toBe(layer.fields);
    expect(fieldsOf(layer, 'after')).toBe(layer.fields);
    const own = fieldsOf(layer, 'change').map(({ name }) => name);
    expect(own.slice(0, 10)).toEqual(changeFields.map(({ name }) => name));
    expect(own).toEqual(expect.arrayContaining(names('GHFQ')));
    expect(new Set(own).size).toBe(own.length);
  });

  it('lets WHLX be known in WHC and nowhere else', () => {
    expect(resolveField(spec('GHFQ'), '维护类型', 'change')?.name).toBe('WHLX');
    expect(resolveField(spec('GHFQ'), 'WHLX')).toBeUndefined();
    expect(resolveField(spec('GHFQ'), 'WHLX', 'after')).toBeUndefined();
  });
});

describe('resolveField', () => {
  it('finds each field by its name, and by its title where no name is meant', () => {
    for (const layer of specs) {
      for (const field of layer.fields) {
        expect(resolveField(layer, field.name.toLowerCase())).toBe(field);
        expect(resolveField(layer, ` ${field.title} `)).toBe(field);
        for (const alias of field.aliases) expect(resolveField(layer, alias), alias).toBe(field);
      }
    }
  });

  it('knows the three ways a red line names its county (standards.md §2.4.2)', () => {
    for (const name of ['XZQDM', 'XJXZQDM', 'XJXZQHDM']) {
      expect(resolveField(spec('STBHHX'), name)?.name).toBe('XZQDM');
    }
  });

  it('never takes km² for m²', () => {
    expect(resolveField(spec('STBHHX'), 'QYMJ')?.name).not.toBe('MJ');
  });

  it('leaves additions of a county alone', () => {
    for (const name of ['MJ_YS', 'MJ_TQ', 'Shape_Area', 'SHAPE_Length', '']) {
      expect(resolveField(spec('CZKFBJ'), name)).toBeUndefined();
    }
  });
});
