/** Children of a node. */
export const FANOUT = 8;

/**
 * Boxes packed along a Hilbert curve into a tree of eight children a node, in flat arrays that workers can share. Leaf
 * positions 0 … n−1 follow the curve; `items[position]` is the box's own number.
 */
export interface PackedTree {
  readonly items: Uint32Array;
  /** Four numbers a node, leaves first, then level by level to the root. */
  readonly boxes: Float64Array;
  /** First node of each level, and the number of nodes at the end. */
  readonly levels: Uint32Array;
}

/** @param boxes minX, minY, maxX, maxY of every item; items whose box is inside out (empty features) are left out */
export function packTree(boxes: Float64Array): PackedTree {
  const kept = new Uint32Array(boxes.length / 4);
  let n = 0;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < boxes.length; i += 4) {
    if (!(boxes[i]! <= boxes[i + 2]!)) continue;
    kept[n++] = i / 4;
    west = Math.min(west, boxes[i]!);
    south = Math.min(south, boxes[i + 1]!);
    east = Math.max(east, boxes[i + 2]!);
    north = Math.max(north, boxes[i + 3]!);
  }
  const items = kept.slice(0, n);
  const keys = new Uint32Array(n);
  const scaleX = (SIDE - 1) / (east - west || 1);
  const scaleY = (SIDE - 1) / (north - south || 1);
  for (let k = 0; k < n; k++) {
    const i = 4 * items[k]!;
    const x = Math.floor(scaleX * ((boxes[i]! + boxes[i + 2]!) / 2 - west));
    const y = Math.floor(scaleY * ((boxes[i + 1]! + boxes[i + 3]!) / 2 - south));
    keys[k] = hilbert(x, y);
  }
  sortByKey(keys, items);

  const levels = [0, n];
  for (let size = n; size > 1; ) {
    size = Math.ceil(size / FANOUT);
    levels.push(levels[levels.length - 1]! + size);
  }
  const packed = new Float64Array(4 * levels[levels.length - 1]!);
  for (let k = 0; k < n; k++) {
    const from = 4 * items[k]!;
    packed[4 * k] = boxes[from]!;
    packed[4 * k + 1] = boxes[from + 1]!;
    packed[4 * k + 2] = boxes[from + 2]!;
    packed[4 * k + 3] = boxes[from + 3]!;
  }
  for (let level = 1; level + 1 < levels.length; level++) {
    const below = levels[level - 1]!;
    const end = levels[level]!;
    for (let node = end; node < levels[level + 1]!; node++) {
      const first = below + (node - end) * FANOUT;
      enclose(packed, node, first, Math.min(first + FANOUT, end));
    }
  }
  return { items, boxes: packed, levels: Uint32Array.from(levels) };
}

function enclose(boxes: Float64Array, node: number, first: number, last: number): void {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let c = 4 * first; c < 4 * last; c += 4) {
    if (boxes[c]! < minX) minX = boxes[c]!;
    if (boxes[c + 1]! < minY) minY = boxes[c + 1]!;
    if (boxes[c + 2]! > maxX) maxX = boxes[c + 2]!;
    if (boxes[c + 3]! > maxY) maxY = boxes[c + 3]!;
  }
  boxes[4 * node] = minX;
  boxes[4 * node + 1] = minY;
  boxes[4 * node + 2] = maxX;
  boxes[4 * node + 3] = maxY;
}

/** Reusable memory of a search: one a caller, so that searches allocate nothing. */
export class TreeSearch {
  readonly #stack: number[] = [];
  /** Items found by the last search, in the order of the curve. */
  readonly found: number[] = [];

  /** Items whose box meets the given one, borders included. */
  search(tree: PackedTree, minX: number, minY: number, maxX: number, maxY: number): number[] {
    const { boxes, levels, items } = tree;
    const { found } = this;
    const stack = this.#stack;
    found.length = 0;
    const root = levels[levels.length - 1]! - 1;
    if (items.length === 0 || misses(boxes, root, minX, minY, maxX, maxY)) return found;
    if (levels.length === 2) {
      found.push(items[root]!);
      return found;
    }
    stack.length = 0;
    stack.push(root, levels.length - 2);
    while (stack.length > 0) {
      const level = stack.pop()!;
      const node = stack.pop()!;
      const first = levels[level - 1]! + (node - levels[level]!) * FANOUT;
      const last = Math.min(first + FANOUT, levels[level]!);
      if (level === 1) {
        for (let leaf = first; leaf < last; leaf++) {
          if (!misses(boxes, leaf, minX, minY, maxX, maxY)) found.push(items[leaf]!);
        }
        continue;
      }
      for (let child = last - 1; child >= first; child--) {
        if (!misses(boxes, child, minX, minY, maxX, maxY)) stack.push(child, level - 1);
      }
    }
    return found;
  }
}

function misses(
  boxes: Float64Array,
  node: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): boolean {
  const b = 4 * node;
  return boxes[b]! > maxX || boxes[b + 2]! < minX || boxes[b + 1]! > maxY || boxes[b + 3]! < minY;
}

/** The curve runs through a square of so many cells a side: 12 bits. */
const BITS = 12;
const SIDE = 1 << BITS;

/** Position of a cell along the Hilbert curve, 24 bits. */
function hilbert(x: number, y: number): number {
  let d = 0;
  for (let s = SIDE >> 1; s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    d = (d << 2) | ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      const t = x;
      x = y;
      y = t;
    }
  }
  return d;
}

/** Below this many items counting them costs more than comparing them. */
const FEW = 512;

/** Sorts `items` by `keys` of 24 bits, stable: a radix sort in two passes, which scrambles the keys, where there are many. */
function sortByKey(keys: Uint32Array, items: Uint32Array): void {
  const n = keys.length;
  if (n < FEW) {
    const order = Array.from(items.keys()).sort((i, j) => keys[i]! - keys[j]! || i - j);
    items.set(order.map((k) => items[k]!));
    return;
  }
  let fromKeys = keys;
  let fromItems = items;
  let toKeys: Uint32Array = new Uint32Array(n);
  let toItems: Uint32Array = new Uint32Array(n);
  for (const shift of [0, BITS]) {
    const count = new Uint32Array(SIDE + 1);
    for (let i = 0; i < n; i++) count[((fromKeys[i]! >>> shift) & (SIDE - 1)) + 1]!++;
    for (let k = 0; k < SIDE; k++) count[k + 1]! += count[k]!;
    for (let i = 0; i < n; i++) {
      const at = count[(fromKeys[i]! >>> shift) & (SIDE - 1)]!++;
      toKeys[at] = fromKeys[i]!;
      toItems[at] = fromItems[i]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromItems, toItems] = [toItems, fromItems];
  }
}
