import { type LayerPart, layerNames, resolveDeliveredLayer } from '@tuheng/standard';
import type { InspectionRule, RuleFinding } from '../rule.ts';

const titles = { before: '维护前', change: '维护层', after: '维护后' } as const;

/** C-05: for every maintained layer a maintenance database has all three of WHQ, WHC and WHH. */
export const layersInThrees: InspectionRule = {
  id: 'C-05',
  category: 'completeness',
  severity: 'error',
  title: '维护图层成套',
  description: '每个被维护的图层都有维护前 WHQ、维护层 WHC、维护后 WHH 三个图层。',
  basis: [{ document: '动态维护数据库', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' }],
  parameters: [],
  requires: [],
  noSubject: '没有维护数据库的图层（WHQ、WHC、WHH）。',
  subjects: (context) =>
    context.delivery.databases
      .map((database) => ({
        name: database.name,
        database,
        layers: context.layers.filter(
          (layer) => layer.database === database && layer.delivered.part !== 'plan',
        ),
      }))
      .filter(({ layers }) => layers.length > 0),
  inspect({ database, layers }) {
    const parts = new Map<string, Set<LayerPart>>();
    const add = (code: string, part: LayerPart): void => {
      parts.set(code, (parts.get(code) ?? new Set()).add(part));
    };
    for (const { spec, delivered } of layers) add(spec.code, delivered.part);
    // A layer that is there but not of polygons is S-03's to tell.
    for (const { code } of database!.otherLayers) {
      const resolved = code === undefined ? undefined : resolveDeliveredLayer(code);
      if (resolved && resolved.part !== 'plan') add(resolved.spec.code, resolved.part);
    }
    const findings: RuleFinding[] = [];
    for (const [code, there] of parts) {
      for (const part of ['before', 'change', 'after'] as const) {
        if (there.has(part)) continue;
        const name = layerNames(code)[part];
        findings.push({
          object: name,
          message: `没有${titles[part]}图层 ${name}，${code} 的维护前、维护层、维护后不成套。`,
          suggestion: `补上 ${name}；没有要素的也要有空图层。`,
        });
      }
    }
    return { findings };
  },
};
