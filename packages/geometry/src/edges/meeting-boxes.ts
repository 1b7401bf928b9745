import { FANOUT, type PackedTree, TreeSearch } from './packed-tree.ts';

/**
 * Calls `visit` once for every two boxes of a tree that meet, borders included, with their numbers. The boxes under one node lie
 * together and are looked up together.
 */
export function forEachMeeting(tree: PackedTree, visit: (item: number, other: number) => void): void {
  if (tree.items.length < 2) return;
  const { boxes, items } = tree;
  const search = new TreeSearch();
  const groups = groupsOf(tree);
  for (let g = 0; g < groups.items.length; g++) {
    const b = 4 * g;
    const found = search.search(
      groups,
      groups.boxes[b]!,
      groups.boxes[b + 1]!,
      groups.boxes[b + 2]!,
      groups.boxes[b + 3]!,
    );
    const end = Math.min((g + 1) * FANOUT, tree.items.length);
    for (let i = 0; i < found.length; i++) {
      const h = found[i]!;
      if (h < g) continue;
      const otherEnd = Math.min((h + 1) * FANOUT, tree.items.length);
      for (let p = g * FANOUT; p < end; p++) {
        if (!meets(boxes, p, groups.boxes, h)) continue;
        for (let q = h === g ? p + 1 : h * FANOUT; q < otherEnd; q++) {
          if (meets(boxes, p, boxes, q)) visit(items[p]!, items[q]!);
        }
      }
    }
  }
}

/** The tree without its leaves: its items are the nodes above them. */
function groupsOf({ boxes, levels }: PackedTree): PackedTree {
  const first = levels[1]!;
  return {
    items: Uint32Array.from({ length: levels[2]! - first }, (_, g) => g),
    boxes: boxes.subarray(4 * first),
    levels: levels.slice(1).map((level) => level - first),
  };
}

function meets(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const p = 4 * i;
  const q = 4 * j;
  return a[p]! <= b[q + 2]! && a[p + 2]! >= b[q]! && a[p + 1]! <= b[q + 3]! && a[p + 3]! >= b[q + 1]!;
}
