import type { FieldSpec } from './field.ts';
import { cityLines } from './layers/city-lines.ts';
import { controlLines } from './layers/control-lines.ts';
import { developmentZone } from './layers/development-zone.ts';
import { landUseLayers } from './layers/land-use.ts';
import { riskAndHeritage } from './layers/risk-and-heritage.ts';
import type { LayerSpec } from './layers/spec.ts';
import { surveyLayers } from './layers/survey.ts';
import { zoningLayers } from './layers/zoning.ts';

const specs: readonly LayerSpec[] = [
  ...controlLines,
  ...surveyLayers,
  ...zoningLayers,
  ...landUseLayers,
  ...cityLines,
  ...riskAndHeritage,
  developmentZone,
];

const byCode = new Map(specs.map((spec) => [spec.code, spec]));
const byAlias = new Map(
  specs.flatMap((spec) => [spec.title, ...spec.aliases].map((alias) => [alias.toUpperCase(), spec] as const)),
);

/** The layer of a code of the standard (exact, upper case), or undefined. */
export function layerSpec(code: string): LayerSpec | undefined {
  return byCode.get(code);
}

/** All layers, control lines first. */
export function allLayerSpecs(): readonly LayerSpec[] {
  return specs;
}

/**
 * The layer a name in a file stands for: its code, an alias seen in deliveries or the Chinese title. Case, surrounding
 * blanks and a schema in front (`DBO.CZKFBJ`, `main.CZKFBJ`) do not matter. The layers of a change set (WHQ…, WHC…, WHH…)
 * are not layers of a plan and give undefined.
 */
export function resolveLayer(name: string): { spec: LayerSpec; by: 'code' | 'alias' } | undefined {
  const bare = name
    .slice(name.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
  const coded = byCode.get(bare);
  if (coded) return { spec: coded, by: 'code' };
  const aliased = byAlias.get(bare);
  return aliased && { spec: aliased, by: 'alias' };
}

/**
 * The field a column name in a file stands for: its code, an alias or the Chinese title, whatever the case; undefined
 * where nothing matches. A code wins over an alias, the main field table over the variants.
 */
export function resolveField(spec: LayerSpec, name: string): FieldSpec | undefined {
  const wanted = name.trim().toUpperCase();
  const fields = [...spec.fields, ...(spec.variants ?? []).flatMap((variant) => variant.fields)];
  return (
    fields.find((field) => field.name === wanted) ??
    fields.find((field) => [field.title, ...field.aliases].some((alias) => alias.toUpperCase() === wanted))
  );
}
