import type { HeldLayer } from '../held-versions/held-layer.ts';
import { ByteWriter } from './byte-writer.ts';
import { type FeatureForm, FeatureWriter } from './feature-writer.ts';

/** Bytes of a piece of the answer: a few milliseconds of work. */
const PIECE = 1 << 16;

/**
 * A feature collection in pieces, each made when it is asked for.
 *
 * @param head members of the collection besides its type and features
 * @param held undefined where there is no feature to write
 */
export function* featureCollection(
  head: object,
  held: HeldLayer | undefined,
  rows: Uint32Array,
  form: FeatureForm,
): Generator<Buffer> {
  const writer = new ByteWriter(PIECE + (PIECE >> 2));
  const members = JSON.stringify(head).slice(1, -1);
  writer.text(`{"type":"FeatureCollection",${members}${members && ','}"features":[`);
  if (held) {
    const features = new FeatureWriter(held, form);
    for (const [i, row] of rows.entries()) {
      writer.text(i > 0 ? ',\n' : '\n');
      features.write(writer, row);
      if (writer.length >= PIECE) yield writer.take();
    }
  }
  writer.text('\n]}\n');
  yield writer.take();
}
