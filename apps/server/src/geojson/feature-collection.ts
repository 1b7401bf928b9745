import type { NumberedLayer } from '@tuheng/store';
import { ByteWriter } from './byte-writer.ts';
import { type FeatureForm, FeatureWriter } from './feature-writer.ts';

/** Bytes of a piece of the answer: a few milliseconds of work. */
const PIECE = 1 << 16;

export interface CollectionPart {
  readonly numbered: NumberedLayer;
  readonly rows: Uint32Array;
}

/**
 * A feature collection in pieces, each made when it is asked for.
 *
 * @param head members of the collection besides its type and features
 * @param parts layers and the rows of them that are written, one after the other
 */
export function* featureCollection(
  head: object,
  parts: readonly CollectionPart[],
  form: FeatureForm,
): Generator<Buffer> {
  const writer = new ByteWriter(PIECE + (PIECE >> 2));
  const members = JSON.stringify(head).slice(1, -1);
  writer.text(`{"type":"FeatureCollection",${members}${members && ','}"features":[`);
  let lead = '\n';
  for (const { numbered, rows } of parts) {
    const features = new FeatureWriter(numbered, form);
    for (const row of rows) {
      writer.text(lead);
      lead = ',\n';
      features.write(writer, row);
      if (writer.length >= PIECE) yield writer.take();
    }
  }
  writer.text('\n]}\n');
  yield writer.take();
}
