import type { DataFault } from './data-fault.ts';
import type { Draft } from './draft.ts';
import type { DraftFeature } from './draft-layer.ts';

/** Rows of protected farmland, each for one fault. */
function farmland(draft: Draft, row: number): DraftFeature {
  return draft.layer('YJJBNTBHTB').features[row]!;
}

/** A value of one feature is set to what it must not be. */
function wrongValue(
  draft: Draft,
  rule: string,
  description: string,
  at: { readonly layer: string; readonly row: number; readonly field: string },
  value: string | number | null,
): DataFault {
  const layer = draft.layer(at.layer);
  const feature = layer.features[at.row]!;
  feature.values.set(at.field, value);
  return { rule, description, layer, feature, object: layer.name, attribute: at.field };
}

function shortField(draft: Draft): DataFault {
  const layer = draft.layer('ZXCQCSHX');
  layer.fields = layer.fields.map((field) => (field.name === 'XZQMC' ? { ...field, length: 50 } : field));
  return {
    rule: 'A-01',
    description: '字段 XZQMC 的长度是 50，应为 100',
    layer,
    object: layer.name,
    attribute: 'XZQMC',
  };
}

const blank = (draft: Draft): DataFault =>
  wrongValue(draft, 'A-02', '必填字段 XZQDM 没有填写', { layer: 'HLFXKZX', row: 1, field: 'XZQDM' }, null);

function unknownCode(draft: Draft): DataFault {
  return wrongValue(
    draft,
    'A-03',
    '地类编码 0199 不在三调工作分类里',
    { layer: 'YJJBNTBHTB', row: 10, field: 'DLBM' },
    '0199',
  );
}

function wrongName(draft: Draft): DataFault {
  const isPaddy = farmland(draft, 11).values.get('DLBM') === '0101';
  return wrongValue(
    draft,
    'A-04',
    '地类名称与地类编码不符',
    { layer: 'YJJBNTBHTB', row: 11, field: 'DLMC' },
    isPaddy ? '旱地' : '水田',
  );
}

function sameNumber(draft: Draft): DataFault {
  return wrongValue(
    draft,
    'A-05',
    '标识码与另一个图斑相同',
    { layer: 'YJJBNTBHTB', row: 13, field: 'BSM' },
    farmland(draft, 12).values.get('BSM')!,
  );
}

function wrongArea(draft: Draft): DataFault {
  const area = Number(draft.layer('HLFXKZX').features[2]!.values.get('MJ'));
  return wrongValue(
    draft,
    'A-06',
    '面积 MJ 比椭球面积多 1,000 m²',
    { layer: 'HLFXKZX', row: 2, field: 'MJ' },
    area + 1000,
  );
}

/** Of a parcel from which nothing is taken off: the net area still is the one of the shape. */
function wrongDeduction(draft: Draft): DataFault {
  const layer = draft.layer('GDBHMB');
  const row = layer.features.findIndex(({ values }) => Number(values.get('KCMJ')) === 0);
  return wrongValue(
    draft,
    'A-07',
    '扣除面积 KCMJ 是 5 m²，图斑地类面积没有扣除它',
    { layer: 'GDBHMB', row, field: 'KCMJ' },
    5,
  );
}

function wrongDate(draft: Draft): DataFault {
  return wrongValue(draft, 'A-08', '数据年份 SJNF 写成 24', { layer: 'GDBHMB', row: 20, field: 'SJNF' }, 24);
}

function wrongRefinement(draft: Draft): DataFault {
  const layer = draft.layer('GDBHMB');
  const feature = layer.features[21]!;
  feature.values.set('TBXHDM', 'HDGY').set('TBXHMC', '火电工业用地');
  return {
    rule: 'A-09',
    description: '耕地图斑的细化代码写成火电工业用地 HDGY',
    layer,
    feature,
    object: layer.name,
    attribute: 'TBXHDM',
  };
}

export const attributeFaults: readonly ((draft: Draft) => DataFault)[] = [
  shortField,
  blank,
  unknownCode,
  wrongName,
  sameNumber,
  wrongArea,
  wrongDeduction,
  wrongDate,
  wrongRefinement,
];
