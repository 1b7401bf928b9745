import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveredLayer, DeliveredLineLayer, Note, OtherLayer } from '@tuheng/standard';
import { DatasetError } from './errors.ts';
import { findLayers, INPUT } from './find-layers.ts';
import { GdalProcess } from './gdal/gdal-process.ts';
import type { ReadContext } from './read-context.ts';
import { type ReadLayer, readLayer } from './read-layer.ts';
import type { Source } from './source/locate.ts';

const PIVOT = '/pivot';

/** Reads all known layers of a source through one GDAL process. */
export async function readSource(
  source: Source,
  context: ReadContext,
): Promise<{
  layers: readonly DeliveredLayer[];
  lines?: readonly DeliveredLineLayer[];
  otherLayers: readonly OtherLayer[];
  notes: Note[];
}> {
  if (source.format === 'GeoPackage') await refuseOpenDatabase(source, context.name);
  const notes: Note[] = [];
  const gdal = await GdalProcess.start(
    [
      { real: await realpath(source.root), virtual: INPUT, writable: false },
      { real: context.pivot, virtual: PIVOT, writable: true },
    ],
    context.limits,
    context.name,
  );
  const decodings: Promise<ReadLayer>[] = [];
  try {
    const { candidates, others } = await findLayers(gdal, source, context.name, context.aliases, notes);
    for (const candidate of candidates) {
      const { decoded } = await readLayer(gdal, candidate, { ...context, virtualPivot: PIVOT });
      // Decoded while GDAL writes the next layer; a failure is told when all are awaited.
      decoded.catch(() => undefined);
      decodings.push(decoded);
    }
    const decoded = await Promise.all(decodings);
    for (const { notes: layerNotes } of decoded) notes.push(...layerNotes);
    const layers = decoded.flatMap((read) => (read.shapes === 'polygons' ? [read.layer] : []));
    const lines = decoded.flatMap((read) => (read.shapes === 'lines' ? [read.layer] : []));
    return { layers, ...(lines.length > 0 && { lines }), otherLayers: others, notes };
  } finally {
    await gdal.stop();
    await Promise.allSettled(decodings);
  }
}

/** With a write-ahead log beside it, part of the database's content is in the log, which a read-only reader cannot merge. */
async function refuseOpenDatabase(source: Source, where: string): Promise<void> {
  const log = await stat(join(source.root, `${source.datasets[0]}-wal`)).catch(() => undefined);
  if (log && log.size > 0) throw new DatasetError('dataset.in-use', where);
}
