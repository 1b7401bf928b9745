import { headOf } from './locate.ts';

/** Shape types as GDAL names them; ten more stands for Z, twenty more for M. */
const types: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'LineString',
  5: 'Polygon',
  8: 'MultiPoint',
};
const HEADER = 100;
const RECORD = 8;

/** What the index of a Shapefile (.shx) says in its header: the kind of shapes, and how many there are. */
export async function shapefileHead(shx: string): Promise<{ geometryType: string; features: number }> {
  const head = Buffer.from(await headOf(shx, HEADER), 'latin1');
  if (head.length < HEADER || head.readInt32BE(0) !== 9994) return { geometryType: 'Unknown', features: 0 };
  const type = head.readInt32LE(32);
  const name = types[type % 10];
  const suffix = ['', 'Z', 'M'][Math.floor(type / 10)];
  const geometryType = type === 0 ? 'None' : name && suffix !== undefined ? name + suffix : 'Unknown';
  return { geometryType, features: Math.max(0, (head.readInt32BE(24) * 2 - HEADER) / RECORD) };
}
