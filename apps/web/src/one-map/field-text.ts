import {
  domainOf,
  landUseClass,
  landUseClasses,
  layerSpec,
  resolveField,
  surveyClasses,
  surveyName,
  zoneClass,
  zoneClasses,
} from '@tuheng/standard';

/** The name of a field for people: by the standard, else what the server says, else the field itself. */
export function fieldTitle(layer: string, field: string, told?: string | null): string {
  const spec = layerSpec(layer);
  return (spec && resolveField(spec, field)?.title) ?? told ?? field;
}

/** The name of a value of a code list; undefined where the field has none, or the list does not know the value. */
export function codeName(field: string, value: string): string | undefined {
  if (field.startsWith('YDYHFLDM')) return landUseClass(value, 2023)?.name;
  if (field.startsWith('DLBM')) return surveyName(value);
  if (field.startsWith('GHFQDM')) return zoneClass(value)?.name;
  return domainOf(field)?.entries?.find(({ code }) => code === value)?.name;
}

/** Whether a field holds an area in m². */
export function isArea(layer: string, field: string): boolean {
  const spec = layerSpec(layer);
  return (
    spec !== undefined &&
    (spec.areaFields.includes(field) || (field === 'KCMJ' && spec.netAreaFields.length > 0))
  );
}

/** The values a field may hold, where a code list is known. */
export function valueChoices(
  field: string,
): readonly { readonly code: string; readonly name: string }[] | undefined {
  if (field.startsWith('YDYHFLDM')) return landUseClasses(2023);
  if (field.startsWith('DLBM')) return surveyClasses();
  if (field.startsWith('GHFQDM')) return zoneClasses();
  return domainOf(field)?.entries ?? undefined;
}
