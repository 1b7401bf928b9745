import type { FieldSpec } from './field.ts';
import { cityLines } from './layers/city-lines.ts';
import { controlLines } from './layers/control-lines.ts';
import { developmentZone } from './layers/development-zone.ts';
import { landUseLayers } from './layers/land-use.ts';
import { riskAndHeritage } from './layers/risk-and-heritage.ts';
import { surveyLayers } from './layers/survey.ts';
import { zoningLayers } from './layers/zoning.ts';
import type { Provenance } from './provenance.ts';

/** How a layer is maintained: parcels move in and out, or change their class; `none` where it is not maintained at all. */
export type ChangeMode = 'transfer' | 'reclassify' | 'none';

/** One layer of the plan database as the standard defines it. */
export interface LayerSpec extends Provenance {
  readonly code: string;
  readonly title: string;
  /** 要素代码; null where it was not found. */
  readonly ysdm: { readonly value: string | null } & Provenance;
  readonly mode: ChangeMode;
  /** The field that a reclassification compares; null for the other modes. */
  readonly comparedField: string | null;
  /** Fields that hold the area of the shape, m². */
  readonly areaFields: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** Other layer names seen for it, the Chinese title excepted. */
  readonly aliases: readonly string[];
  /** Whether the yearly maintenance submission has this layer (standards.md §2.2). */
  readonly maintainable: boolean;
}

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

export function allLayerSpecs(): readonly LayerSpec[] {
  return specs;
}

/** The layer of a code of the standard. */
export function layerSpec(code: string): LayerSpec | undefined {
  return byCode.get(code);
}

/**
 * The layer a name in a file stands for: its code or an alias, whatever the case, with or without a schema before a dot
 * (`DBO.CZKFBJ`). WHQ/WHC/WHH layers of a maintenance database are not plan layers and are not resolved.
 */
export function resolveLayer(
  name: string,
): { readonly spec: LayerSpec; readonly by: 'code' | 'alias' } | undefined {
  const bare = name.trim().split('.').at(-1)!.toUpperCase();
  const exact = byCode.get(bare);
  if (exact) return { spec: exact, by: 'code' };
  const alias = byAlias.get(bare);
  return alias && { spec: alias, by: 'alias' };
}

/** The field a column name stands for in a layer: its name, an alias or its Chinese title, whatever the case. */
export function resolveField(spec: LayerSpec, name: string): FieldSpec | undefined {
  const wanted = name.trim().toUpperCase();
  return (
    spec.fields.find((field) => field.name === wanted) ??
    spec.fields.find((field) =>
      [field.title, ...field.aliases].some((alias) => alias.toUpperCase() === wanted),
    )
  );
}
