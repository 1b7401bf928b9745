import { ByteWriter } from '../bytes.ts';
import type { NearBorder } from './near-borders.ts';
import type { PlanePlace } from './places.ts';

/** Grid of places and borders in metres: that of longitude and latitude in the findings. */
export const PLACE_QUANTUM = 0.0001;

const kinds = { none: 0, point: 1, line: 2, polygon: 3 } as const;
const owners = { own: 0, other: 1, rest: 2 } as const;

/**
 * Places of findings as bytes for the page: for each its kind, parts, and vertices as zig-zag varint steps on a grid of 0.1 mm from the
 * last vertex written. The closing vertex of a ring is left out.
 *
 * @param origin metres that stand for 0, 0
 */
export function encodePlaces(
  places: readonly (PlanePlace | undefined)[],
  origin: readonly [number, number],
): Uint8Array {
  const bytes = new ByteWriter();
  const steps = new Steps(bytes, origin);
  bytes.unsigned(places.length);
  for (const place of places) {
    bytes.unsigned(place ? kinds[place.kind] : kinds.none);
    if (!place) continue;
    bytes.unsigned(place.parts.length);
    for (const part of place.parts) steps.line(part, place.kind === 'polygon' ? 1 : 0);
  }
  return bytes.build();
}

/** The borders around each finding, in the same way; the kind of a part tells whose border it is. */
export function encodeBorders(
  borders: readonly (readonly NearBorder[])[],
  origin: readonly [number, number],
): Uint8Array {
  const bytes = new ByteWriter();
  const steps = new Steps(bytes, origin);
  bytes.unsigned(borders.length);
  for (const near of borders) {
    bytes.unsigned(near.length);
    for (const { of, line } of near) {
      bytes.unsigned(owners[of]);
      steps.line(line, 0);
    }
  }
  return bytes.build();
}

/** Writes vertices as steps. */
class Steps {
  readonly #bytes: ByteWriter;
  readonly #origin: readonly [number, number];
  #x = 0;
  #y = 0;

  constructor(bytes: ByteWriter, origin: readonly [number, number]) {
    this.#bytes = bytes;
    this.#origin = origin;
  }

  line(part: readonly number[], without: number): void {
    const vertices = part.length / 2 - without;
    this.#bytes.unsigned(vertices);
    for (let v = 0; v < vertices; v++) {
      const x = Math.round((part[2 * v]! - this.#origin[0]) / PLACE_QUANTUM);
      const y = Math.round((part[2 * v + 1]! - this.#origin[1]) / PLACE_QUANTUM);
      this.#bytes.signed(x - this.#x);
      this.#bytes.signed(y - this.#y);
      this.#x = x;
      this.#y = y;
    }
  }
}
