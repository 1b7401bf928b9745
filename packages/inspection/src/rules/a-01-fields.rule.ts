import {
  changeFields,
  type DeliveredField,
  type FieldSpec,
  type FieldType,
  fieldsOf,
  isVerified,
} from '@tuheng/standard';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { shown } from '../shown.ts';
import { eachLayer } from '../subjects.ts';

/** Fields that programs add to every table. */
const SYSTEM = /^(OBJECTID(_\d+)?|FID|OGC_FID|GEOM|SHAPE(_LENG|_LE_\d|_LENGTH|_AREA|_AR_\d)?)$/i;
const types: Readonly<Record<FieldType, string>> = {
  text: '文本',
  double: '双精度',
  integer: '整型',
  date: '日期',
};
/** How many names of fields a finding lists. */
const LISTED = 20;

/**
 * A-01: the fields of a layer are those of the standard, with their types and lengths (characters). What the sources do not say for
 * certain is no error: a length or type marked unverified is not compared, a field of which only the name is known may be missing with
 * a warning. A layer delivered under another field table of record (a variant) may lack fields of the main one. GeoJSON declares neither
 * types nor lengths, so there only names are compared. Fields beyond the standard are a hint.
 */
export const fields: InspectionRule = {
  id: 'A-01',
  category: 'attributes',
  severity: 'error',
  title: '字段符合规定',
  description: '字段的名称、类型、长度符合规定；来源没有说明的部分不判定，规定以外的字段只作提示。',
  basis: [
    { document: '图层属性结构', source: 'standards.md §2.4 [SQL3X, SQLSD, GDA]', confidence: 'found' },
    { document: '维护层属性结构', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }) {
    return { findings: [...missing(layer!), ...deviating(layer!), ...unknown(layer!)] };
  },
};

function missing(layer: InspectedLayer): RuleFinding[] {
  const { spec, part, fields: delivered } = layer.delivered;
  const there = new Set(delivered.map(({ name }) => name));
  const wanted = part === 'change' ? changeFields : spec.fields;
  const absent = wanted.filter(({ name, personal }) => !there.has(name) && !personal);
  const variant = (spec.variants ?? []).find((table) => table.fields.some(({ name }) => there.has(name)));
  if (variant && absent.length > 0) {
    return [
      {
        layer,
        severity: 'info',
        message: `按“${variant.title}”的字段交付，没有 ${listed(absent.map(({ name }) => name))}。`,
        suggestion: '核对所按的字段表。',
      },
    ];
  }
  return absent.map((field) => ({
    layer,
    attribute: field.name,
    severity: severityOf(field),
    message: `缺少字段 ${field.name}（${field.title}）。`,
    suggestion: `增加字段 ${field.name}，${types[field.type]}${field.length > 0 ? `，长度 ${field.length}` : ''}。`,
  }));
}

/** Of some fields a source gives the name alone, others are ours: their absence is no error. */
function severityOf(field: FieldSpec): Severity {
  const nameOnly = field.unverified?.includes('type') && field.unverified.includes('length');
  return isVerified(field) && !nameOnly ? 'error' : 'warning';
}

function deviating(layer: InspectedLayer): RuleFinding[] {
  const { spec, part, fields: delivered } = layer.delivered;
  if (layer.database.format === 'GeoJSON') return [];
  const known = [...fieldsOf(spec, part), ...(spec.variants ?? []).flatMap((table) => table.fields)];
  return delivered.flatMap((field): RuleFinding[] => {
    const wanted = known.find(({ name }) => name === field.name);
    const fault = wanted && isVerified(wanted) ? faultOf(layer, field, wanted) : undefined;
    if (!wanted || fault === undefined) return [];
    return [
      { layer, attribute: wanted.name, message: fault, suggestion: '按规定的结构重建字段后导入数据。' },
    ];
  });
}

function faultOf(layer: InspectedLayer, field: DeliveredField, wanted: FieldSpec): string | undefined {
  const { unverified = [] } = wanted;
  if (field.type !== wanted.type) {
    if (unverified.includes('type')) return undefined;
    const type = field.type === undefined ? '其他' : types[field.type];
    return `字段 ${wanted.name} 的类型是${type}，应为${types[wanted.type]}。`;
  }
  if (wanted.type !== 'text' || unverified.includes('length')) return undefined;
  if (field.length === 0) {
    // Other formats need not declare a length.
    return layer.database.format === 'FileGDB'
      ? `字段 ${wanted.name} 没有限定长度，应为 ${wanted.length}。`
      : undefined;
  }
  // 255 is told as 254 by a source, which is the most a DBF can hold.
  const same = field.length === wanted.length || (wanted.length === 255 && field.length === 254);
  return same ? undefined : `字段 ${wanted.name} 的长度是 ${field.length}，应为 ${wanted.length}。`;
}

function unknown(layer: InspectedLayer): RuleFinding[] {
  const names = layer.delivered.fields
    .filter(({ name, sourceName, dropped }) => name === null && !dropped && !SYSTEM.test(sourceName))
    .map(({ sourceName }) => shown(sourceName));
  if (names.length === 0) return [];
  return [
    {
      layer,
      severity: 'info',
      message: `有规定以外的字段：${listed(names)}。`,
      suggestion: '删去多余的字段；是规定字段别名的，在地方细则中设置。',
    },
  ];
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, LISTED).join('、');
  return names.length > LISTED ? `${first} 等 ${names.length} 个` : first;
}
