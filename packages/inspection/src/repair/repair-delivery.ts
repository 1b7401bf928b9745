import { checkCoverage } from '@tuheng/geometry';
import type { DeliveredDatabase } from '@tuheng/standard';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { recomputeAreas } from './areas.ts';
import { ColumnDraft } from './column-draft.ts';
import { dropDegenerateRings } from './degenerate-rings.ts';
import { applyEvenOdd } from './even-odd.ts';
import { renumber } from './identifiers.ts';
import { LayerDraft, type Shape } from './layer-draft.ts';
import { nameByCode } from './names.ts';
import { turnRings } from './orientation.ts';
import type { DeliveryRepair, RepairEdit, RepairKind, RepairLog } from './repair-log.ts';
import { removeRepeatedPoints } from './repeated-points.ts';
import { insertSharedVertices } from './t-junctions.ts';
import { takeBackHarm } from './verify.ts';

/**
 * Repairs a copy of an inspected delivery, as far as a fault has one safe repair. Geometry comes first (repeated points, even-odd rule,
 * direction of rings, vertices of shared borders), and every repair that would make a new overlap, gap or self-intersection is taken back;
 * then the attributes (names by code, areas of the repaired shapes, identifiers). Features without a fault keep every bit.
 * Personal fields were never read and are not in the copy.
 */
export function repairDelivery(context: InspectionContext): DeliveryRepair {
  const edits: RepairEdit[] = [];
  const refused: RepairLog['refused'][number][] = [];
  const leftOut: RepairLog['leftOut'][number][] = [];
  const databases = context.delivery.databases.map((database) => {
    const layers: (readonly [LayerDraft, ColumnDraft])[] = [];
    for (const layer of context.layers.filter((candidate) => candidate.database === database)) {
      if (!layer.crs) {
        leftOut.push({
          database: database.name,
          layer: layer.code,
          reason: '坐标系不明或与坐标矛盾，先改正 S-01。',
        });
        continue;
      }
      const shapes = new LayerDraft(layer);
      repairShapes(shapes, context);
      const columns = new ColumnDraft(layer);
      nameByCode(columns, context);
      recomputeAreas(columns, shapes, context);
      layers.push([shapes, columns]);
    }
    renumber(
      database,
      layers.map(([, columns]) => columns),
      context,
    );
    leaveOutOthers(database, leftOut);
    for (const drafts of layers) {
      for (const draft of drafts) {
        // One by one: there are more of them than a call takes arguments.
        for (const edit of draft.edits) edits.push(edit);
        for (const refusal of draft.refused) refused.push(refusal);
      }
    }
    return {
      name: database.name,
      format: database.format,
      layers: layers.map(([shapes, columns]) => ({
        name: shapes.layer.code,
        crs: shapes.layer.crs!,
        polygons: shapes.polygons(),
        fields: columns.fields,
        columns: columns.build(),
      })),
    };
  });
  const counts: Partial<Record<RepairKind, number>> = {};
  for (const { kind } of edits) counts[kind] = (counts[kind] ?? 0) + 1;
  const { name, digest } = context.delivery;
  const areaMoved = Math.round(edits.reduce((sum, edit) => sum + edit.areaMoved, 0) * 1e4) / 1e4;
  return {
    databases: databases.filter(({ layers }) => layers.length > 0),
    log: {
      schema: 'tuheng.repair/1',
      delivery: { name, digest },
      areaMoved,
      counts,
      leftOut,
      edits,
      refused,
    },
  };
}

function repairShapes(draft: LayerDraft, context: InspectionContext): void {
  const { layer } = draft;
  const before = context.coverage(layer);
  for (const feature of featuresOfRings(layer, layer.openRings)) {
    draft.note('closed-ring', feature, { message: '补上与起点相同的终点，使环闭合。' });
  }
  for (const feature of layer.stray) {
    if (hasOnlyNumbers(draft.shape(feature)))
      draft.refuse('even-odd', feature, '坐标远在坐标系的范围以外，图形原样保留。');
    else {
      draft.repair('even-odd', feature, [], []);
      draft.refuse('even-odd', feature, '坐标不是有效数字，副本中图形留空。');
    }
  }
  dropDegenerateRings(draft);
  removeRepeatedPoints(draft, before);
  applyEvenOdd(draft, before);
  turnRings(draft, before);
  const { snap, overlapArea } = context.tolerance;
  const made =
    draft.touched.size > 0
      ? checkCoverage(draft.inPlane(), { snap, overlapArea, gapArea: overlapArea })
      : before;
  insertSharedVertices(draft, made, new Set([...context.faulty('T-08', layer), ...draft.touched]));
  takeBackHarm(draft, before, context);
}

function hasOnlyNumbers(shape: Shape): boolean {
  return shape.every((rings) => rings.every((ring) => ring.every(Number.isFinite)));
}

function featuresOfRings({ polygons }: InspectedLayer, rings: readonly number[]): Set<number> {
  const open = new Set(rings);
  const features = new Set<number>();
  if (open.size === 0) return features;
  for (let f = 0; f < polygons.featureStart.length - 1; f++) {
    const from = polygons.polygonStart[polygons.featureStart[f]!]!;
    const to = polygons.polygonStart[polygons.featureStart[f + 1]!]!;
    for (let r = from; r < to; r++) if (open.has(r)) features.add(f);
  }
  return features;
}

function leaveOutOthers(
  { name, otherLayers }: DeliveredDatabase,
  leftOut: RepairLog['leftOut'][number][],
): void {
  for (const { sourceName } of otherLayers) {
    leftOut.push({ database: name, layer: sourceName, reason: '不在标准中或不是面图层，没有读取。' });
  }
}
