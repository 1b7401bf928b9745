import {
  type CoverageReport,
  evenOddFeature,
  type Polygons,
  PolygonsBuilder,
  planeArea,
  vertexCount,
} from '@tuheng/geometry';
import { type LayerDraft, polygonsOfShape, shapeOf } from './layer-draft.ts';
import { newVerticesOnGrid, storageGrid } from './storage-grid.ts';

/** Rounding crossing points may make edges cross anew: hardly ever, but for crossings nearer to each other than the grid. */
const ROUNDS = 5;

/**
 * Makes features whose boundary meets itself valid by the even-odd rule, keeping their vertices: a bow-tie becomes two triangles, a ring
 * that touches itself becomes two, a spike that runs out and back on one line vanishes. The ground they cover, read by that rule, stays the
 * same, but for new crossing points that are rounded as the copy will store them: otherwise some shapes would be valid only until they
 * are written. A boundary that crosses itself beyond reading is left to a person.
 */
export function applyEvenOdd(draft: LayerDraft, report: CoverageReport): void {
  const { selfIntersections, selfTouches, spikes, tangled } = report;
  const features = new Set([
    ...selfIntersections.map(({ feature }) => feature),
    ...selfTouches.filter(({ rings: [a, b] }) => a === b).map(({ feature }) => feature),
  ]);
  const meeting = new Set(features);
  for (const { feature, angle } of spikes) if (angle === 0) features.add(feature);
  for (const feature of tangled) {
    features.delete(feature);
    draft.refuse('even-odd', feature, '边界自相交的地方太多，读不出本来的图形，原样保留，要由人重画。');
  }
  for (const feature of [...features].sort((a, b) => a - b)) {
    const old = polygonsOfShape(draft.shape(feature));
    const valid = madeValid(old, storageGrid(draft.layer.crs!));
    if (!valid) {
      draft.refuse('even-odd', feature, '自相交处小于存储精度（0.1 mm），修复后存盘又会无效，要由人重画。');
      continue;
    }
    const shape = shapeOf(valid, 0);
    if (shape.length === 0) {
      // Rings that enclose nothing cannot be stored by all formats; the row stays, for a person to decide about.
      draft.repair('even-odd', feature, [], []);
      draft.refuse('even-odd', feature, '图形不包围任何面积，副本中留空；补画还是删除要由人决定。');
      continue;
    }
    // A spike of an angle too small to tell from none meets nothing: there was nothing to mend.
    const isSame =
      !meeting.has(feature) &&
      vertexCount(valid) === vertexCount(old) &&
      shape.length === old.featureStart[1];
    if (isSame) continue;
    const [before, after] = [draft.toPlane(old), draft.toPlane(valid)];
    draft.repair('even-odd', feature, shape, [
      {
        areaMoved: areaBetween(before, after),
        message: `边界自相交或自相接，按奇偶规则修复为 ${shape.length} 个面，按环计的面积由 ${planeArea(
          before,
          0,
        ).toFixed(2)} 变为 ${planeArea(after, 0).toFixed(2)} m²。`,
      },
    ]);
  }
}

/** One feature valid by the even-odd rule, with new vertices on the grid; undefined where rounding goes on making crossings. */
function madeValid(old: Polygons, grid: number): Polygons | undefined {
  let valid = evenOddFeature(old, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const rounded = newVerticesOnGrid(valid, old, grid);
    if (rounded === valid) return valid;
    valid = evenOddFeature(rounded, 0);
  }
  return undefined;
}

/** Ground that lies in one of two features and not in the other, both read by the even-odd rule: that of the rings of both. */
function areaBetween(one: Polygons, other: Polygons): number {
  const builder = new PolygonsBuilder();
  for (const p of [one, other]) for (let g = 0; g < p.featureStart[1]!; g++) builder.copyPolygon(p, g);
  builder.endFeature();
  return planeArea(evenOddFeature(builder.build(), 0), 0);
}
