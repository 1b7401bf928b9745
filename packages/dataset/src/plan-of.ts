import type { DeliveredDatabase, DeliveredLayer, Layer, Note, Plan } from '@tuheng/standard';
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
  if (delivered.length === 0) {
    const all = [...otherLayers, ...database.layers].map(({ sourceName }) => printable(sourceName));
    const detail = all.length === 0 ? '没有图层' : `有：${all.join('、')}`;
    throw new DatasetError('dataset.no-known-layer', name, { detail });
  }
  const layers = new Map(delivered.map((layer) => [layer.code, planLayer(layer, name)]));
  refuseCoordinateFaults(layers.values(), name);
  return { name, digest, format, layers, notes: [...notes, ...maintenanceNote(database)] };
}

function refuseDuplicates({ name, layers, otherLayers }: DeliveredDatabase): void {
  for (const { reason, code, sourceName } of otherLayers) {
    const first = reason === 'duplicate' ? layers.find((layer) => layer.code === code) : undefined;
    if (first?.part !== 'plan') continue;
    throw new DatasetError('dataset.duplicate-layer', name, {
      detail: `${first.sourceName} 和 ${sourceName} 都是 ${first.code} ${first.spec.title}`,
    });
  }
}

function planLayer(layer: DeliveredLayer, name: string): Layer {
  const { code, sourceName, declared, polygons, columns } = layer;
  const where = `${name} 图层 ${sourceName}`;
  if (declared.kind === 'missing') throw new DatasetError('dataset.unknown-crs', where);
  if (declared.kind !== 'known') {
    throw new DatasetError('dataset.wrong-crs', where, {
      detail: declared.kind === 'wgs84' ? 'WGS 84' : declared.name,
    });
  }
  return { code, sourceName, crs: declared.crs, polygons, columns };
}

function maintenanceNote({ layers }: DeliveredDatabase): Note[] {
  const others = layers.filter(({ part }) => part !== 'plan').map(({ sourceName }) => printable(sourceName));
  if (others.length === 0) return [];
  const message = `有 ${others.length} 个维护数据库的图层，不是规划图层，未使用：${others.join('、')}。`;
  return [{ code: 'dataset.maintenance-layers', count: others.length, message }];
}
