import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLayerFile, writeLayerFile } from '@tuheng/dataset';
import { featureCount } from '@tuheng/geometry';
import type { Layer } from '@tuheng/standard';
import type { LayerTotal, NumberedLayer } from '@tuheng/store';

/** What a side says of its layers, beside their files. */
export interface SideHead {
  /** What decides what the layers hold. */
  readonly content: string;
  readonly totals: readonly LayerTotal[];
}

const headOf = (folder: string): string => join(folder, 'side.json');
const layerOf = (folder: string, code: string): string => join(folder, `${code}.layer`);

/** Writes the layers of a side into a folder that does not exist yet. */
export async function writeSide(folder: string, content: string, layers: Iterable<Layer>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const totals: LayerTotal[] = [];
  for (const layer of layers) {
    await writeLayerFile(layerOf(folder, layer.code), layer);
    totals.push(totalOf(layer));
  }
  await writeFile(headOf(folder), JSON.stringify({ content, totals } satisfies SideHead));
}

export async function readSideHead(folder: string): Promise<SideHead> {
  return JSON.parse(await readFile(headOf(folder), 'utf8')) as SideHead;
}

/** One layer of a side. Its features are numbered from 1, in the order of the file: those are the rows that an inspection names. */
export async function readSideLayer(folder: string, code: string): Promise<NumberedLayer> {
  const layer = await readLayerFile(layerOf(folder, code));
  return { layer, ids: Uint32Array.from({ length: featureCount(layer.polygons) }, (_, f) => f + 1) };
}

function totalOf({ code, crs, polygons, columns }: Layer): LayerTotal {
  const { xy } = polygons;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return {
    code,
    epsg: crs.epsg,
    fields: [...columns].map(([name, { kind }]) => [name, kind]),
    features: featureCount(polygons),
    box: minX > maxX ? null : [minX, minY, maxX, maxY],
  };
}
