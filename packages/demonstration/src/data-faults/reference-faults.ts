import { featureCount, matchIdentical, PolygonsBuilder, transformBetween } from '@tuheng/geometry';
import { CGCS2000, type Column, crsOf, type Layer, layerSpec, type Plan, textAt } from '@tuheng/standard';
import type { DemonstrationCounty } from '../generate-county.ts';
import type { CountyTargets } from '../targets.ts';
import { DraftLayer } from './draft-layer.ts';
import { edgesOf } from './edges.ts';
import type { PlantedDataFault } from './plant-data-faults.ts';
import { ringThrough } from './shapes.ts';

/** What stands beside a faulty delivery, with the faults that only show when both are compared. */
export interface FaultyReferences {
  readonly maintained: Plan;
  readonly neighbour: Plan;
  readonly targets: CountyTargets;
  readonly faults: readonly PlantedDataFault[];
}

/** Grid of the databases, metres. */
const GRID = 0.0001;
/** How far the next county reaches over the border, and how deep its one zone is, metres. */
const OVER = 5;
const DEEP = 500;

/** Puts V-05, T-07 and K-02 into the databases and targets beside a delivery. Pure. */
export function plantReferenceFaults(county: DemonstrationCounty): FaultyReferences {
  const changed = changeOutside(county);
  const overlap = reachOver(county.maintained.layers.get('GHFQ')!);
  const { cultivatedLand } = county.targets.targets;
  const targets: CountyTargets = {
    ...county.targets,
    targets: {
      ...county.targets.targets,
      cultivatedLand: { ...cultivatedLand, value: Math.round(cultivatedLand.value * 110) / 100 },
    },
  };
  return {
    maintained: changed.maintained,
    neighbour: overlap.neighbour,
    targets,
    faults: [
      overlap.fault,
      changed.fault,
      { rule: 'K-02', description: '耕地保有量目标比库中的耕地多一成', object: 'GDBHMB' },
    ],
  };
}

/** A zone that no change touches gets another remark. */
function changeOutside({ filed, maintained }: DemonstrationCounty): {
  maintained: Plan;
  fault: PlantedDataFault;
} {
  const before = filed.layers.get('GHFQ')!;
  const after = maintained.layers.get('GHFQ')!;
  const match = matchIdentical(before.polygons, after.polygons, GRID);
  const kept = match.findIndex(
    (g, f) => g >= 0 && textAt(before, 'GHFQDM', f) === textAt(after, 'GHFQDM', g),
  );
  const row = match[kept]!;
  const remarks = Array.from({ length: featureCount(after.polygons) }, (_, f) => textAt(after, 'BZ', f));
  remarks[row] = '维护范围以外的改动';
  const columns = new Map<string, Column>(after.columns).set('BZ', { kind: 'text', values: remarks });
  return {
    maintained: {
      ...maintained,
      layers: new Map(maintained.layers).set('GHFQ', { ...after, columns }),
    },
    fault: {
      rule: 'V-05',
      description: '维护范围以外的规划分区改了备注',
      object: 'GHFQ',
      bsm: textAt(before, 'BSM', kept),
      row: kept + 1,
    },
  };
}

/** A zone of the next county that lies 5 m over the border, along the longest border edge of one of our zones. */
function reachOver(zones: Layer): { neighbour: Plan; fault: PlantedDataFault } {
  const draft = DraftLayer.ofPlan(zones);
  const edges = edgesOf(draft.features);
  let most = 0;
  let found = { row: 0, x: 0, y: 0, ux: 0, uy: 0 };
  draft.features.forEach(({ polygons }, row) => {
    const ring = polygons[0]![0]!;
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x0, y0, x1, y1] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length <= most || edges.has([x1, y1, x0, y0].join())) continue;
      most = length;
      found = { row, x: (x0 + x1) / 2, y: (y0 + y1) / 2, ux: (x1 - x0) / length, uy: (y1 - y0) / length };
    }
  });
  const { row, x, y, ux, uy } = found;
  const half = most / 8;
  // Rings run counter-clockwise: the county is to the left of its border, the next one to the right.
  const at = (along: number, right: number): [number, number] => [
    Math.round((x + along * ux + right * uy) * 1e4) / 1e4,
    Math.round((y + along * uy - right * ux) * 1e4) / 1e4,
  ];
  const builder = new PolygonsBuilder();
  builder.addRing(ringThrough(at(-half, -OVER), at(-half, DEEP), at(half, DEEP), at(half, -OVER)));
  builder.endPolygon();
  builder.endFeature();
  const text = (value: string): Column => ({ kind: 'text', values: [value] });
  const layer: Layer = {
    ...zones,
    polygons: builder.build(),
    columns: new Map([
      ['BSM', text('230897000000000001')],
      ['XZQDM', text('230897')],
      ['XZQMC', text('邻县（虚构）')],
      ['GHFQDM', text('520')],
      ['GHFQMC', text('一般农业区')],
    ]),
  };
  const place: [number, number] = [0, 0];
  transformBetween(crsOf(4532)!, CGCS2000)(...at(0, -OVER / 2), place);
  return {
    neighbour: { name: '邻县', digest: '', format: 'memory', layers: new Map([['GHFQ', layer]]), notes: [] },
    fault: {
      rule: 'T-07',
      description: '与邻县的规划分区重叠，宽 5 m',
      object: layerSpec('GHFQ')!.code,
      bsm: textAt(zones, 'BSM', row),
      place,
    },
  };
}
