import { featureBox } from '../box.ts';
import { type PackedTree, packTree, TreeSearch } from '../edges/packed-tree.ts';
import { concatPolygons, featureCount, type Polygons } from '../polygons.ts';
import { appendPolygons } from './append-polygons.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { EdgeBalance } from './edge-balance.ts';
import { nearContacts } from './near-contacts.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Turns } from './turns.ts';

/** The features that cover the ground of a layer, some of them replaced by unions, and the balance of their edges. */
export class CoverageState {
  /** The features of the layer, then those made by unions. */
  #polygons: Polygons;
  readonly #layerCount: number;
  readonly #balance: EdgeBalance;
  /** Features of the layer that were found faulty, joined with those they must be united with. */
  readonly #faulty = new Set<number>();
  readonly #sets: DisjointSets;
  /** Features made by unions and still in play: a feature of the layer that went into each. */
  readonly #madeOf = new Map<number, number>();
  /** Features out of play. */
  readonly #replaced = new Set<number>();
  readonly #search = new TreeSearch();
  #tree: PackedTree | undefined;

  constructor(layer: Polygons) {
    this.#polygons = layer;
    this.#layerCount = featureCount(layer);
    this.#sets = new DisjointSets(this.#layerCount);
    this.#balance = new EdgeBalance(layer);
    for (let f = 0; f < this.#layerCount; f++) this.#balance.addFeature(f, 1);
  }

  /** How many features of the layer were found faulty so far. */
  get faulty(): number {
    return this.#faulty.size;
  }

  outline(): Outline {
    return outlineOf(this.#polygons, this.#balance.remaining());
  }

  /**
   * Features of the layer that must be united by other means, in groups: those that overlap, and those whose outline edges come
   * within `distance` of each other elsewhere than at common ends. Groups that grew since they were united are given anew, whole.
   */
  faultyGroups(outline: Outline, turns: Turns, distance: number): number[][] {
    const { feature } = outline;
    const concerned: number[] = [];
    const join = (f: number, g: number): void => {
      for (const h of [f, g]) {
        const origin = this.#originOf(h);
        this.#faulty.add(origin);
        concerned.push(origin);
      }
      this.#sets.join(this.#originOf(f), this.#originOf(g));
    };
    for (const [k, l] of turns.overlapping) join(feature[k]!, feature[l]!);
    this.#joinOverlaid(join);
    nearContacts(
      outline,
      turns,
      distance,
      (k, l) => this.#unitedAlready(feature[k]!, feature[l]!),
      (k, l) => join(feature[k]!, feature[l]!),
    );
    const groups = new Map<number, number[]>();
    for (const f of concerned) groups.set(this.#sets.find(f), []);
    for (const f of [...this.#faulty].sort((a, b) => a - b)) groups.get(this.#sets.find(f))?.push(f);
    return [...groups.values()];
  }

  /** Puts the union of each group in its place. */
  replace(groups: readonly (readonly number[])[], unions: readonly Polygons[]): void {
    const roots = new Set(groups.map((members) => this.#sets.find(members[0]!)));
    const gone = groups.flat().filter((f) => !this.#replaced.has(f));
    for (const [f, origin] of this.#madeOf) {
      if (!roots.has(this.#sets.find(origin))) continue;
      gone.push(f);
      this.#madeOf.delete(f);
    }
    for (const f of gone) {
      this.#balance.addFeature(f, -1);
      this.#replaced.add(f);
    }
    const first = featureCount(this.#polygons);
    let next = first;
    for (const [i, union] of unions.entries()) {
      for (let f = 0; f < featureCount(union); f++) this.#madeOf.set(next++, groups[i]![0]!);
    }
    this.#polygons = appendPolygons(this.#polygons, concatPolygons(unions));
    this.#balance.extend(this.#polygons);
    for (let f = first; f < next; f++) this.#balance.addFeature(f, 1);
    this.#adoptAround(gone);
  }

  /** Edges of replaced features may stand for those of neighbours that had balanced them out: the neighbours take them over. */
  #adoptAround(gone: readonly number[]): void {
    this.#tree ??= packTree(this.#layerBoxes());
    const around = new Set<number>(this.#madeOf.keys());
    for (const f of gone) {
      for (const g of this.#search.search(this.#tree, ...featureBox(this.#polygons, f))) around.add(g);
    }
    for (const f of around) if (!this.#replaced.has(f)) this.#balance.adoptFeature(f);
  }

  #layerBoxes(): Float64Array {
    const boxes = new Float64Array(4 * this.#layerCount);
    for (let f = 0; f < this.#layerCount; f++) boxes.set(featureBox(this.#polygons, f), 4 * f);
    return boxes;
  }

  #joinOverlaid(join: (f: number, g: number) => void): void {
    if (!this.#balance.anyOverlaid()) return;
    const firstAt = new Map<number, number>();
    for (let f = 0; f < featureCount(this.#polygons); f++) {
      if (this.#replaced.has(f)) continue;
      this.#balance.eachOverlaid(f, (place) => {
        const first = firstAt.get(place);
        if (first === undefined) firstAt.set(place, f);
        else join(first, f);
      });
    }
  }

  #originOf(f: number): number {
    return this.#madeOf.get(f) ?? f;
  }

  /** Whether two features came out of one union: then they are clean among themselves. */
  #unitedAlready(f: number, g: number): boolean {
    const a = this.#madeOf.get(f);
    const b = this.#madeOf.get(g);
    return a !== undefined && b !== undefined && this.#sets.find(a) === this.#sets.find(b);
  }
}
