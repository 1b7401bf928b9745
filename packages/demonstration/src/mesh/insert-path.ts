import type { Mesh } from './mesh.ts';

/** A polyline in metres: x0, y0, x1, y1 … */
export type Path = readonly number[];

const CELL = 1000;
/** A crossing this near to a vertex goes through the vertex, metres: no sliver edges. */
const SNAP = 6;
/** Across the county, metres. */
const FAR = 150_000;
/** Of one segment; more means that snapping leads in a circle. */
const MOST_CROSSINGS = 500;

/** Draws long lines and loops into a mesh: each crossing becomes a shared vertex, each face crossed is split. */
export class PathInserter {
  readonly #mesh: Mesh;
  readonly #cells = new Map<number, number[]>();
  #indexed = 0;

  constructor(mesh: Mesh) {
    this.#mesh = mesh;
    this.#indexNew();
  }

  /** Draws `path`; what lies before its first crossing with the mesh, after its last one, or outside the mesh is left out. */
  insert(path: Path): void {
    this.#walk(path, -1, -1);
  }

  /** Draws a closed loop (counter-clockwise, not closed). A loop that crosses nothing is tied on by a bridge. */
  insertLoop(loop: Path): void {
    const n = loop.length / 2;
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const start = this.#crossing(loop[2 * i]!, loop[2 * i + 1]!, loop[2 * j]!, loop[2 * j + 1]!, -1, -1);
      if (start < 0) continue;
      const points: number[] = [];
      for (let k = 0; k < n; k++) points.push(loop[2 * ((j + k) % n)]!, loop[2 * ((j + k) % n) + 1]!);
      this.#walk(points, start, start);
      return;
    }
    this.#addBridged(loop);
  }

  #addBridged(loop: Path): void {
    const mesh = this.#mesh;
    const n = loop.length / 2;
    // A bridge in a direction of the loop's own: many in one direction would look drawn with a ruler.
    const angle = loop[0]! + loop[1]!;
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    let far = 0;
    for (let i = 1; i < n; i++) {
      if (ux * (loop[2 * i]! - loop[2 * far]!) + uy * (loop[2 * i + 1]! - loop[2 * far + 1]!) > 0) far = i;
    }
    const vertices: number[] = [];
    for (let k = 0; k < n; k++) {
      const i = (far + k) % n;
      vertices.push(mesh.addVertex(loop[2 * i]!, loop[2 * i + 1]!));
    }
    const [x, y] = [mesh.x[vertices[0]!]!, mesh.y[vertices[0]!]!];
    const anchor = this.#crossing(x, y, x + FAR * ux, y + FAR * uy, -1, -1);
    if (anchor < 0) throw new RangeError('loop outside the outline');
    mesh.addLoop(this.#sector(anchor, x, y), vertices);
    this.#indexNew();
  }

  /**
   * @param from vertex to start at, or −1 to start at the first crossing
   * @param to vertex to end at, or −1 to end at the last crossing
   */
  #walk(path: Path, from: number, to: number): void {
    const mesh = this.#mesh;
    let at = from;
    let px = at < 0 ? path[0]! : mesh.x[at]!;
    let py = at < 0 ? path[1]! : mesh.y[at]!;
    let chain: number[] = [];
    const n = path.length / 2;
    for (let i = from < 0 ? 1 : 0; i < n + (to < 0 ? 0 : 1); i++) {
      const final = i === n;
      const qx = final ? mesh.x[to]! : path[2 * i]!;
      const qy = final ? mesh.y[to]! : path[2 * i + 1]!;
      for (let crossings = 0; ; crossings++) {
        if (crossings > MOST_CROSSINGS) throw new RangeError('path turns in a circle between near vertices');
        const v = this.#crossing(px, py, qx, qy, chain.length === 0 ? at : -1, final ? to : -1);
        if (v < 0) break;
        if (at >= 0) this.#connect(at, chain, v);
        at = v;
        chain = [];
        px = mesh.x[v]!;
        py = mesh.y[v]!;
      }
      if (final && at >= 0) this.#connect(at, chain, to);
      else if (at >= 0 && Math.hypot(qx - px, qy - py) > SNAP) chain.push(qx, qy);
      else if (at >= 0) continue;
      px = qx;
      py = qy;
    }
  }

  /** Vertex at the first crossing of the segment with an edge, made there if need be; −1 where there is none. */
  #crossing(px: number, py: number, qx: number, qy: number, not: number, norThis: number): number {
    const mesh = this.#mesh;
    let best = 2;
    let edge = -1;
    let along = 0;
    const dx = qx - px;
    const dy = qy - py;
    for (const e of this.#near(px, py, qx, qy)) {
      const a = mesh.origin[2 * e]!;
      const b = mesh.origin[2 * e + 1]!;
      if (a === not || b === not || a === norThis || b === norThis) continue;
      const ex = mesh.x[b]! - mesh.x[a]!;
      const ey = mesh.y[b]! - mesh.y[a]!;
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const rx = mesh.x[a]! - px;
      const ry = mesh.y[a]! - py;
      const t = (rx * ey - ry * ex) / cross;
      const u = (rx * dy - ry * dx) / cross;
      if (t < 0 || t > 1 || u < 0 || u > 1 || t >= best) continue;
      best = t;
      edge = e;
      along = u;
    }
    if (edge < 0) return -1;
    const a = mesh.origin[2 * edge]!;
    const b = mesh.origin[2 * edge + 1]!;
    const length = mesh.length(2 * edge);
    if (along * length < SNAP) return a;
    if ((1 - along) * length < SNAP) return b;
    const v = mesh.addVertex(
      mesh.x[a]! + along * (mesh.x[b]! - mesh.x[a]!),
      mesh.y[a]! + along * (mesh.y[b]! - mesh.y[a]!),
    );
    mesh.splitEdge(2 * edge, v);
    this.#indexNew();
    return v;
  }

  #connect(a: number, chain: readonly number[], b: number): void {
    const mesh = this.#mesh;
    if (chain.length === 0 && (a === b || this.#adjacent(a, b))) return;
    if (a === b && chain.length < 4) return;
    const points = chain.length / 2;
    const last = points - 1;
    const from = this.#sector(a, points ? chain[0]! : mesh.x[b]!, points ? chain[1]! : mesh.y[b]!);
    const to = this.#sector(
      b,
      points ? chain[2 * last]! : mesh.x[a]!,
      points ? chain[2 * last + 1]! : mesh.y[a]!,
    );
    if (mesh.face[from] === 0) return;
    if (mesh.face[from] !== mesh.face[to]) throw new RangeError('path left its face between two crossings');
    const vertices: number[] = [];
    for (let i = 0; i < points; i++) vertices.push(mesh.addVertex(chain[2 * i]!, chain[2 * i + 1]!));
    mesh.splitFace(from, to, vertices);
    this.#indexNew();
  }

  #adjacent(a: number, b: number): boolean {
    const mesh = this.#mesh;
    const start = mesh.vertexHalf[a]!;
    let h = start;
    do {
      if (mesh.destination(h) === b) return true;
      h = mesh.prev[h]! ^ 1;
    } while (h !== start);
    return false;
  }

  /** The half-edge out of `v` whose face holds the direction towards (x, y). */
  #sector(v: number, x: number, y: number): number {
    const mesh = this.#mesh;
    const dx = x - mesh.x[v]!;
    const dy = y - mesh.y[v]!;
    const start = mesh.vertexHalf[v]!;
    let h = start;
    do {
      const next = mesh.prev[h]! ^ 1;
      const a = mesh.destination(h);
      const b = mesh.destination(next);
      const ax = mesh.x[a]! - mesh.x[v]!;
      const ay = mesh.y[a]! - mesh.y[v]!;
      const bx = mesh.x[b]! - mesh.x[v]!;
      const by = mesh.y[b]! - mesh.y[v]!;
      const afterA = ax * dy - ay * dx > 0;
      const beforeB = dx * by - dy * bx > 0;
      const turn = ax * by - ay * bx;
      if (h === next || (turn > 0 ? afterA && beforeB : afterA || beforeB)) return h;
      h = next;
    } while (h !== start);
    throw new RangeError('no sector holds the direction');
  }

  #near(px: number, py: number, qx: number, qy: number): Set<number> {
    const found = new Set<number>();
    const x1 = Math.floor(Math.max(px, qx) / CELL);
    const y1 = Math.floor(Math.max(py, qy) / CELL);
    for (let ix = Math.floor(Math.min(px, qx) / CELL); ix <= x1; ix++) {
      for (let iy = Math.floor(Math.min(py, qy) / CELL); iy <= y1; iy++) {
        for (const e of this.#cells.get(ix * 65536 + iy) ?? []) found.add(e);
      }
    }
    return found;
  }

  #indexNew(): void {
    const mesh = this.#mesh;
    for (; this.#indexed < mesh.halfCount; this.#indexed += 2) {
      const a = mesh.origin[this.#indexed]!;
      const b = mesh.origin[this.#indexed + 1]!;
      const x1 = Math.floor(Math.max(mesh.x[a]!, mesh.x[b]!) / CELL);
      const y1 = Math.floor(Math.max(mesh.y[a]!, mesh.y[b]!) / CELL);
      for (let ix = Math.floor(Math.min(mesh.x[a]!, mesh.x[b]!) / CELL); ix <= x1; ix++) {
        for (let iy = Math.floor(Math.min(mesh.y[a]!, mesh.y[b]!) / CELL); iy <= y1; iy++) {
          const key = ix * 65536 + iy;
          const cell = this.#cells.get(key);
          if (cell) cell.push(this.#indexed / 2);
          else this.#cells.set(key, [this.#indexed / 2]);
        }
      }
    }
  }
}
