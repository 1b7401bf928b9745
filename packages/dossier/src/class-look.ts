import { landUseClass, layerSpec, zoneClass, zoneColour } from '@tuheng/standard';

/** Name of a compared value: a planning zone or a land-use class. */
export function className(layer: string, code: string): string {
  const name = isZoned(layer) ? zoneClass(code)?.name : landUseClass(code, 2023)?.name;
  return name ? `${code} ${name}` : code;
}

/** Colour of a compared value; grey where no table has it. */
export function classColour(layer: string, code: string): string {
  const zone = isZoned(layer) ? zoneClass(code) : undefined;
  return zone
    ? zoneColour(zone.family)
    : ((isZoned(layer) ? undefined : landUseClass(code, 2023)?.hex) ?? '#9aa5ad');
}

const isZoned = (layer: string): boolean => layerSpec(layer)?.comparedField === 'GHFQDM';
