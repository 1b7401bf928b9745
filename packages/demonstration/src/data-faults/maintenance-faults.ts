import type { DataFault } from './data-fault.ts';
import type { Draft } from './draft.ts';
import type { DraftLayer } from './draft-layer.ts';
import { boxRing } from './shapes.ts';

/** The layer of changes with the most pieces: the faults need several. */
function largest(draft: Draft): DraftLayer {
  const changes = [...draft.maintenance.values()].filter(({ name }) => name.startsWith('WHC'));
  return changes.reduce((most, layer) => (layer.features.length > most.features.length ? layer : most));
}

function threeIncomplete(draft: Draft): DataFault {
  const smallest = [...draft.maintenance.values()]
    .filter(({ name }) => name.startsWith('WHC'))
    .reduce((least, layer) => (layer.features.length < least.features.length ? layer : least));
  const name = `WHH${smallest.spec.code}`;
  (draft.maintenance as Map<string, DraftLayer>).delete(name);
  return { rule: 'C-05', description: `没有 ${name}，维护前、维护层、维护后不成套`, object: name };
}

function unknownType(draft: Draft): DataFault {
  const layer = largest(draft);
  const feature = layer.features[0]!;
  feature.values.set('WHLX', '4');
  return {
    rule: 'V-01',
    description: '维护类型 WHLX 写成 4',
    layer,
    feature,
    object: layer.name,
    attribute: 'WHLX',
  };
}

function sameChangeNumber(draft: Draft): DataFault {
  const layer = largest(draft);
  const feature = layer.features[2]!;
  feature.values.set('WHBH', layer.features[1]!.values.get('WHBH')!);
  return {
    rule: 'V-02',
    description: '维护编号 WHBH 与另一块相同',
    layer,
    feature,
    object: layer.name,
    attribute: 'WHBH',
  };
}

/** A feature stands in WHH that no change explains. */
function notConserved(draft: Draft): DataFault {
  const after = draft.maintenance.get(`WHH${largest(draft).spec.code}`)!;
  const [x, y] = draft.place();
  const feature = after.add(after.features[0]!, [[boxRing(x, y, 100)]], draft.bsm());
  return {
    rule: 'V-04',
    description: '维护后多出 1 公顷，维护层里没有对应的变更',
    layer: after,
    feature,
    object: after.name,
    place: [x, y],
  };
}

export const maintenanceFaults: readonly ((draft: Draft) => DataFault)[] = [
  threeIncomplete,
  unknownType,
  sameChangeNumber,
  notConserved,
];
