import { type FieldSpec, fieldsFrom } from '../field.ts';
import { areaField, identityFields, remarkField } from './common-fields.ts';

/** The ontology names the columns and their meaning, not their type and length. */
const ontology = fieldsFrom({ source: 'standards.md §2.4.8 [GDA]', confidence: 'found' });

/** A column of a control layer of which only name and meaning were found. */
export function namedField(name: string, title: string): FieldSpec {
  return ontology.text(name, title, 255, { unverified: ['type', 'length'] });
}

/** The table that 四线 and the other control lines share, with the columns of one line in the middle. */
export function controlFields(...own: readonly FieldSpec[]): FieldSpec[] {
  return [
    ...identityFields,
    ...own,
    namedField('LB', '类别'),
    namedField('JB', '级别'),
    areaField,
    namedField('GKYQ', '管控要求'),
    remarkField,
  ];
}
