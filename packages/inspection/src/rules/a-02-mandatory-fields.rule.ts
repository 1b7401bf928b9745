import { fieldsOf, isVerified } from '@tuheng/standard';
import { filled, present } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleOutcome } from '../rule.ts';
import { eachLayer } from '../subjects.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/**
 * A-02: fields that must be filled are. Which they are was not published (未核实): those without which a feature cannot be told, classed
 * or measured, and in WHC the type and number of the change. A field the layer lacks is A-01's to tell. An empty column is one cause.
 * Where nobody knows the layer's YSDM, or it is only derived, nobody can be asked to fill it in.
 */
export const mandatoryFields: InspectionRule = {
  id: 'A-02',
  category: 'attributes',
  severity: 'error',
  title: '必填字段已填写',
  description: '标识、行政区、分类和面积字段不为空；维护层的维护类型和维护编号不为空（必填清单未核实）。',
  basis: [
    {
      document: '《国土变更调查县级数据库质量检查规则（试行）》完整性',
      source: 'standards.md §3.4 A-02 [BGDC]',
      confidence: 'found',
    },
  ],
  parameters: [
    {
      name: 'identityFields',
      title: '标识字段',
      value: ['BSM', 'YSDM', 'XZQDM'],
      unit: '',
      source: 'standards.md §2.4：各图层共有的字段；必填与否未核实',
      confidence: 'derived',
    },
    {
      name: 'classFields',
      title: '分类字段',
      value: ['GHFQDM', 'YDYHFLDM', 'DLBM'],
      unit: '',
      source: 'standards.md §2.2 [GHBOX]：维护时比较的字段；必填与否未核实',
      confidence: 'derived',
    },
    {
      name: 'areaFields',
      title: '面积字段',
      value: ['MJ', 'TBMJ', 'YJJBNTTBMJ'],
      unit: '',
      source: 'standards.md §2.2 [GHBOX]、§2.4；必填与否未核实',
      confidence: 'derived',
    },
    {
      name: 'changeFields',
      title: '维护层的字段',
      value: ['WHLX', 'WHBH'],
      unit: '',
      source: 'standards.md §2.2：每个维护图形有维护类型和编号',
      confidence: 'derived',
    },
  ],
  requires: [],
  noSubject: '没有图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const fields = present(layer!, mandatory(layer!, context)).filter(
      (field) => field !== 'YSDM' || isVerified(layer!.spec.ysdm),
    );
    if (fields.length === 0) return { findings: [], notRun: '没有必填字段（见 A-01）。' };
    return mergeOutcomes(fields.map((field) => emptyValues(layer!, field)));
  },
};

function mandatory(layer: InspectedLayer, context: InspectionContext): string[] {
  const { spec, part } = layer.delivered;
  const lists =
    part === 'change' ? ['identityFields', 'changeFields'] : ['identityFields', 'classFields', 'areaFields'];
  const own = new Set(fieldsOf(spec, part).map(({ name }) => name));
  return lists.flatMap((list) => context.list('A-02', list)).filter((field) => own.has(field));
}

function emptyValues(layer: InspectedLayer, field: string): RuleOutcome {
  const features: number[] = [];
  for (let f = 0; f < layer.count; f++) if (filled(layer, field, f) === null) features.push(f);
  return tellFaults({
    layer,
    attribute: field,
    features,
    judged: layer.count,
    cause: 'attribute.empty-column',
    // A column without a single value is the layer's fault however few its features.
    ...(features.length === layer.count && { least: 2 }),
    whole: `字段 ${field} ${features.length === layer.count ? '整列' : '几乎整列'}没有填写`,
    message: () => `必填字段 ${field} 没有填写。`,
    suggestion: `填写 ${field}。`,
  });
}
