import type { Provenance } from './provenance.ts';

export type FieldType = 'text' | 'double' | 'integer' | 'date';

/** Which code list a text field draws from; the reader normalises such values and keeps the raw ones. */
export type CodeKind = 'adcode' | 'landUse' | 'survey';

/** One field of a layer as the standard defines it. */
export interface FieldSpec extends Provenance {
  readonly name: string;
  /** 中文名称. */
  readonly title: string;
  readonly type: FieldType;
  /** Characters for text; 0 where the type has none. */
  readonly length: number;
  /** Names seen in the wild for the same thing. */
  readonly aliases: readonly string[];
  readonly codeKind?: CodeKind;
  /** Personal data: dropped when a file is read. */
  readonly personal?: true;
}

type Extras = Partial<Pick<FieldSpec, 'aliases' | 'codeKind' | 'personal' | 'source' | 'confidence'>>;

function field(type: FieldType, name: string, title: string, length: number, extras: Extras = {}): FieldSpec {
  return {
    name,
    title,
    type,
    length,
    aliases: [],
    source: 'standards.md §2.4',
    confidence: 'found',
    ...extras,
  };
}

export const text = (name: string, title: string, length: number, extras?: Extras): FieldSpec =>
  field('text', name, title, length, extras);
export const double = (name: string, title: string, extras?: Extras): FieldSpec =>
  field('double', name, title, 0, extras);
export const integer = (name: string, title: string, extras?: Extras): FieldSpec =>
  field('integer', name, title, 0, extras);
export const date = (name: string, title: string, extras?: Extras): FieldSpec =>
  field('date', name, title, 0, extras);

/** Fields nearly every layer begins with. */
export const identity: readonly FieldSpec[] = [
  text('BSM', '标识码', 18),
  text('YSDM', '要素代码', 10),
  text('XZQDM', '行政区代码', 12, { codeKind: 'adcode' }),
  text('XZQMC', '行政区名称', 100),
];

export const area = double('MJ', '面积');
export const remarks = text('BZ', '备注', 255);
