import { type FieldSpec, fieldsFrom } from '../field.ts';

const found = fieldsFrom({ source: 'standards.md §2.4.1 [SQL3X, SQLSD]', confidence: 'found' });
const { text, double } = found;

/** BSM, YSDM, XZQDM, XZQMC: the head every plan layer shares; of a layer whose table is ours by that provenance. */
export function identityFieldsBy(make: ReturnType<typeof fieldsFrom>): readonly FieldSpec[] {
  return [
    make.text('BSM', '标识码', 18),
    make.text('YSDM', '要素代码', 10),
    make.text('XZQDM', '行政区代码', 12, { codeKind: 'adcode' }),
    make.text('XZQMC', '行政区名称', 100),
  ];
}

export const identityFields = identityFieldsBy(found);

/** 面积, m². */
export const areaField: FieldSpec = double('MJ', '面积');

/** 255 in one database, 254 (the limit of a DBF) in the other. */
export const remarkField: FieldSpec = text('BZ', '备注', 255);

/** GHFQDM is three characters in two independent databases; lists with 01/02/03 are wrong (standards.md §10). */
export const zoneFields: readonly FieldSpec[] = [
  text('GHFQDM', '规划分区代码', 3),
  text('GHFQMC', '规划分区名称', 50),
];
