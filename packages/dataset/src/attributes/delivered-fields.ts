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
  const byName = new Map(declared.map((field) => [field.name, field]));
  return planned.map(({ source, spec, dropped }) => {
    const field = byName.get(source);
    const type = types[field?.type ?? ''];
    return {
      sourceName: source,
      name: spec?.name ?? null,
      type,
      // Of a number it would be the digits a DBF prints it with.
      length: (type === 'text' && field?.width) || 0,
      ...(dropped && { dropped }),
    };
  });
}
