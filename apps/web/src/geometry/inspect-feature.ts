import { ellipsoidArea, type Overlay } from '@tuheng/geometry';
import {
  EffectiveRules,
  InspectedLayer,
  InspectionContext,
  type InspectionRule,
  inspectionRules,
} from '@tuheng/inspection';
import {
  type DeliveredDatabase,
  type DeliveredLayer,
  defaultTolerance,
  type Layer,
  layerSpec,
} from '@tuheng/standard';

/** What a rule of the inspection says of one feature. */
export interface FeatureFinding {
  /** Number of the rule, e.g. `A-06`. */
  readonly rule: string;
  readonly title: string;
  readonly message: string;
}

export interface FeatureInspection {
  /** National ellipsoid area on the path of the plan's coordinate system, m², not rounded. */
  readonly area: number;
  readonly findings: readonly FeatureFinding[];
  /** Titles of the rules that were asked. */
  readonly asked: readonly string[];
}

/** The rules that can be asked of one feature without its neighbours: rings (G-02), single part (G-03), repeated points (G-04), stored areas. */
const ASKED: ReadonlySet<string> = new Set(['G-02', 'G-03', 'G-04', 'A-06']);
const rules: readonly InspectionRule[] = inspectionRules.filter(({ id }) => ASKED.has(id));

/** Asks of one feature what an inspection would ask of it alone. @param layer of this one feature */
export function inspectFeature(layer: Layer, overlay: Overlay): FeatureInspection {
  const spec = layerSpec(layer.code);
  const area = ellipsoidArea(layer.polygons, 0, layer.crs);
  if (!spec) return { area, findings: [], asked: [] };
  const delivered: DeliveredLayer = {
    ...layer,
    spec,
    part: 'plan',
    declared: { kind: 'known', crs: layer.crs, vertical: null },
    geometryType: 'MultiPolygon',
    fields: [...layer.columns.keys()].map((name) => ({
      sourceName: name,
      name,
      type: spec.fields.find((field) => field.name === name)?.type,
      length: 0,
    })),
    openRings: new Uint32Array(),
    curved: new Uint32Array(),
    foreign: new Uint32Array(),
  };
  const database: DeliveredDatabase = {
    ...{ name: layer.code, path: layer.code, format: 'memory', digest: '' },
    ...{ layers: [delivered], otherLayers: [], notes: [] },
  };
  const inspected = new InspectedLayer(database, delivered, {
    crs: layer.crs,
    stray: new Set(),
    fault: undefined,
  });
  const context = new InspectionContext({
    delivery: { name: layer.code, digest: '', databases: [database], tables: [] },
    layers: [inspected],
    references: {},
    targets: undefined,
    tolerance: defaultTolerance,
    overlay,
    effective: new EffectiveRules(inspectionRules, []),
  });
  const findings = rules.flatMap((rule) =>
    rule.subjects(context).flatMap((subject) => {
      const { findings: found, systematic = [] } = rule.inspect(subject, context);
      // A cause of the whole layer is told of a layer: of one feature its examples are what there is to say.
      return [...found, ...systematic.flatMap(({ examples }) => examples)].map(({ message }) => ({
        rule: rule.id,
        title: rule.title,
        message,
      }));
    }),
  );
  return { area, findings, asked: rules.map(({ title }) => title) };
}
