/** The curve tells tiles apart down to this zoom: 16 bits a side. */
const BITS = 16;
const SIDE = 1 << BITS;

/**
 * Where the centres of boxes lie along the Z-shaped curve through the tiles of zoom 16, ascending. The curve goes through every tile of a lower
 * zoom in one run, so that how many centres lie in it is told by two look-ups.
 *
 * @param boxes four numbers each, in the square of tile 0/0/0; those inside out are left out
 */
export function placesOf(boxes: Float64Array): Uint32Array {
  const places = new Uint32Array(boxes.length / 4);
  let n = 0;
  for (let i = 0; i < boxes.length; i += 4) {
    if (!(boxes[i]! <= boxes[i + 2]!)) continue;
    const x = cell((boxes[i]! + boxes[i + 2]!) / 2);
    const y = cell((boxes[i + 1]! + boxes[i + 3]!) / 2);
    places[n++] = interleave(x, y);
  }
  return places.slice(0, n).sort();
}

/** How many of the places lie in a tile of zoom 16 or lower. */
export function countPlaces(places: Uint32Array, z: number, x: number, y: number): number {
  const run = 4 ** (BITS - z);
  const first = interleave(x, y) * run;
  return firstNotBelow(places, first + run) - firstNotBelow(places, first);
}

function cell(coordinate: number): number {
  return Math.max(0, Math.min(SIDE - 1, Math.floor(coordinate * SIDE)));
}

/** Bits of x and y in turns, those of y above; up to 32 of them. */
function interleave(x: number, y: number): number {
  return (spread(x) | (spread(y) << 1)) >>> 0;
}

function spread(n: number): number {
  let bits = n & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

function firstNotBelow(places: Uint32Array, value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
