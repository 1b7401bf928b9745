import type { Provenance } from './provenance.ts';

export type FieldType = 'text' | 'double' | 'integer' | 'date';

/** Which code list the values of a field belong to, so that a reader can normalise them (padding, blanks). */
export type CodeKind = 'adcode' | 'landUse' | 'survey';

/** The parts of a field record that its source does not carry. */
export type UnverifiedPart = 'title' | 'type' | 'length';

/** One attribute of a layer, as the standard or a real delivery has it. */
export interface FieldSpec extends Provenance {
  /** Code of the standard, upper case: YDYHFLDM. */
  readonly name: string;
  /** 中文名称. */
  readonly title: string;
  readonly type: FieldType;
  /** Characters for text; 0 where the type has no length. */
  readonly length: number;
  /** Other names of the same field seen in deliveries. */
  readonly aliases: readonly string[];
  /** Personal data: dropped at the door, never kept. */
  readonly personal?: true;
  readonly codeKind?: CodeKind;
  /**
   * What the source does not say: a `title` that is our reading of the pinyin, a `length` or `type` that is an artefact of
   * an import or ours. Such a part may be shown and written, but a finding must not rest on it.
   */
  readonly unverified?: readonly UnverifiedPart[];
}

type FieldExtras = Partial<Pick<FieldSpec, 'aliases' | 'personal' | 'codeKind' | 'unverified'>>;

/** Makers of field records that share one provenance, so that a table of the standard reads as a table in the code. */
interface FieldMaker {
  text(name: string, title: string, length: number, extras?: FieldExtras): FieldSpec;
  double(name: string, title: string, extras?: FieldExtras): FieldSpec;
  integer(name: string, title: string, extras?: FieldExtras): FieldSpec;
  date(name: string, title: string, extras?: FieldExtras): FieldSpec;
}

export function fieldsFrom({ source, confidence }: Provenance): FieldMaker {
  const make = (name: string, title: string, type: FieldType, length: number, extras: FieldExtras = {}) => ({
    name,
    title,
    type,
    length,
    aliases: [],
    source,
    confidence,
    ...extras,
  });
  return {
    text: (name, title, length, extras) => make(name, title, 'text', length, extras),
    double: (name, title, extras) => make(name, title, 'double', 0, extras),
    integer: (name, title, extras) => make(name, title, 'integer', 0, extras),
    date: (name, title, extras) => make(name, title, 'date', 0, extras),
  };
}

/** The same fields, the listed parts unverified in each besides what it says itself. */
export function withDoubt(parts: readonly UnverifiedPart[], fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.map((f) => ({ ...f, unverified: [...new Set([...(f.unverified ?? []), ...parts])] }));
}
