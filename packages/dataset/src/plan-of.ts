import type {
  Crs,
  DeliveredDatabase,
  DeliveredLayer,
  DeliveredLineLayer,
  Layer,
  LineLayer,
  Note,
  Plan,
} from '@tuheng/standard';
import { refuseCoordinateFaults } from './coordinate-faults.ts';
import { DatasetError, type DatasetErrorCode } from './errors.ts';
import { printable } from './printable.ts';

/**
 * The plan that a database holds, ready to be computed with. What would make every figure of it wrong is refused.
 *
 * @throws DatasetError no-known-layer, duplicate-layer, unknown-crs, wrong-crs, not-finite, a systematic fault of the coordinates, or
 *   what kept the database from being read
 */
export function planOf(database: DeliveredDatabase): Plan {
  const { name, digest, format, otherLayers, notes, failure } = database;
  if (failure) throw new DatasetError(failure.code as DatasetErrorCode, name);
  const delivered = database.layers.filter(({ part }) => part === 'plan');
  refuseDuplicates(database);
  const deliveredLines = database.lines ?? [];
  if (delivered.length + deliveredLines.length === 0) {
    const all = [...otherLayers, ...database.layers].map(({ sourceName }) => printable(sourceName));
    const detail = all.length === 0 ? '没有图层' : `有：${all.join('、')}`;
    throw new DatasetError('dataset.no-known-layer', name, { detail });
  }
  const layers = new Map(delivered.map((layer) => [layer.code, planLayer(layer, name)]));
  const lines = new Map(deliveredLines.map((layer) => [layer.code, lineLayer(layer, name)]));
  refuseCoordinateFaults([...layers.values(), ...lines.values()], name);
  const all = [...notes, ...maintenanceNote(database)];
  return { name, digest, format, layers, ...(lines.size > 0 && { lines }), notes: all };
}

function refuseDuplicates({ name, layers, lines = [], otherLayers }: DeliveredDatabase): void {
  const inPlan = [...layers.filter(({ part }) => part === 'plan'), ...lines];
  for (const { reason, code, sourceName } of otherLayers) {
    const first = reason === 'duplicate' ? inPlan.find((layer) => layer.code === code) : undefined;
    if (!first) continue;
    throw new DatasetError('dataset.duplicate-layer', name, {
      detail: `${first.sourceName} 和 ${sourceName} 都是 ${first.code} ${first.spec.title}`,
    });
  }
}

function planLayer(layer: DeliveredLayer, name: string): Layer {
  const { code, sourceName, polygons, columns } = layer;
  return { code, sourceName, crs: crsKnown(layer, name), polygons, columns };
}

function lineLayer(layer: DeliveredLineLayer, name: string): LineLayer {
  const { code, sourceName, lines, columns } = layer;
  return { code, sourceName, crs: crsKnown(layer, name), lines, columns };
}

function crsKnown(
  { sourceName, declared }: Pick<DeliveredLayer, 'sourceName' | 'declared'>,
  name: string,
): Crs {
  if (declared.kind === 'known') return declared.crs;
  const where = `${name} 图层 ${sourceName}`;
  if (declared.kind === 'missing') throw new DatasetError('dataset.unknown-crs', where);
  throw new DatasetError('dataset.wrong-crs', where, {
    detail: declared.kind === 'wgs84' ? 'WGS 84' : declared.name,
  });
}

function maintenanceNote({ layers }: DeliveredDatabase): Note[] {
  const others = layers.filter(({ part }) => part !== 'plan').map(({ sourceName }) => printable(sourceName));
  if (others.length === 0) return [];
  const message = `有 ${others.length} 个维护数据库的图层，不是规划图层，未使用：${others.join('、')}。`;
  return [{ code: 'dataset.maintenance-layers', count: others.length, message }];
}
