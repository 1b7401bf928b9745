import type { DeliveredField, FieldType } from '@tuheng/standard';
import type { FieldDescription } from '../gdal/description.ts';
import type { PlannedField } from './field-plan.ts';

const types: Readonly<Record<string, FieldType>> = {
  String: 'text',
  Integer: 'integer',
  Integer64: 'integer',
  Real: 'double',
  Date: 'date',
  DateTime: 'date',
};

/** The fields of a file as it declares them, each with the field of the standard it stands for. */
export function deliveredFields(
  planned: readonly PlannedField[],
  declared: readonly FieldDescription[],
): DeliveredField[] {
  return planned.map(({ source, spec, dropped }) => {
    const field = declared.find(({ name }) => name === source);
    return {
      sourceName: source,
      name: spec?.name ?? null,
      type: types[field?.type ?? ''],
      length: field?.width ?? 0,
      ...(dropped && { dropped }),
    };
  });
}
