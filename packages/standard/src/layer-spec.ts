import type { LayerPart } from './delivery.ts';
import type { FieldSpec } from './field.ts';
import { cityLines } from './layers/city-lines.ts';
import { controlLines } from './layers/control-lines.ts';
import { developmentZone } from './layers/development-zone.ts';
import { keyProjects } from './layers/key-projects.ts';
import { landUseLayers } from './layers/land-use.ts';
import { riskAndHeritage } from './layers/risk-and-heritage.ts';
import { roadLines } from './layers/roads.ts';
import type { LayerSpec } from './layers/spec.ts';
import { surveyLayers } from './layers/survey.ts';
import { zoningLayers } from './layers/zoning.ts';
import { changeFields } from './maintenance-fields.ts';

const specs: readonly LayerSpec[] = [
  ...controlLines,
  ...surveyLayers,
  ...zoningLayers,
  ...landUseLayers,
  ...cityLines,
  ...riskAndHeritage,
  developmentZone,
  keyProjects,
  roadLines,
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
  const bare = bareName(name);
  const coded = byCode.get(bare);
  if (coded) return { spec: coded, by: 'code' };
  const aliased = byAlias.get(bare);
  return aliased && { spec: aliased, by: 'alias' };
}

/** Names that a profile adds (name in the file → code): of layers, and of fields by layer code; the case of names does not matter. */
export interface Aliases {
  readonly layers?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A layer as a delivery may hold it: one of the plan, or of the three that tell its change. */
export interface DeliveredName {
  readonly spec: LayerSpec;
  readonly part: LayerPart;
  /** GHFQ, WHQGHFQ … */
  readonly code: string;
  readonly by: 'code' | 'alias';
}

const parts: readonly (readonly [prefix: string, part: LayerPart])[] = [
  ['WHQ', 'before'],
  ['WHC', 'change'],
  ['WHH', 'after'],
];

/**
 * Like `resolveLayer`, and also the layers of a maintenance database: WHQ, WHC or WHH before the code of a layer. Names of `aliases` go
 * first; what they stand for is a code of either kind.
 */
export function resolveDeliveredLayer(name: string, aliases: Aliases = {}): DeliveredName | undefined {
  const wanted = name.trim().toUpperCase();
  for (const [alias, code] of Object.entries(aliases.layers ?? {})) {
    const added = alias.trim().toUpperCase() === wanted ? byDeliveredCode(bareName(code)) : undefined;
    if (added) return { ...added, by: 'alias' };
  }
  const coded = byDeliveredCode(bareName(name));
  if (coded) return { ...coded, by: 'code' };
  const resolved = resolveLayer(name);
  return resolved && { ...resolved, part: 'plan', code: resolved.spec.code };
}

function byDeliveredCode(code: string): Omit<DeliveredName, 'by'> | undefined {
  const own = byCode.get(code);
  if (own) return { spec: own, part: 'plan', code };
  for (const [prefix, part] of parts) {
    const spec = code.startsWith(prefix) ? byCode.get(code.slice(prefix.length)) : undefined;
    if (spec) return { spec, part, code };
  }
  return undefined;
}

/** A name without a schema in front (`DBO.`, `main.`) and blanks around it, in upper case. */
function bareName(name: string): string {
  return name
    .slice(name.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
}

/**
 * The field table a layer of a delivery is to have: that of the plan layer; for WHC the ten of the change, then those of the plan
 * layer, since pieces of either carry over values of theirs.
 */
export function fieldsOf(spec: LayerSpec, part: LayerPart): readonly FieldSpec[] {
  if (part !== 'change') return spec.fields;
  const own = new Set(changeFields.map(({ name }) => name));
  return [...changeFields, ...spec.fields.filter(({ name }) => !own.has(name))];
}

/**
 * The field a column name in a file stands for: its code, an alias or the Chinese title, whatever the case; undefined
 * where nothing matches. A code wins over an alias, the main field table over the variants.
 */
export function resolveField(spec: LayerSpec, name: string, part: LayerPart = 'plan'): FieldSpec | undefined {
  const wanted = name.trim().toUpperCase();
  const fields = [...fieldsOf(spec, part), ...(spec.variants ?? []).flatMap((variant) => variant.fields)];
  return (
    fields.find((field) => field.name === wanted) ??
    fields.find((field) => [field.title, ...field.aliases].some((alias) => alias.toUpperCase() === wanted))
  );
}
