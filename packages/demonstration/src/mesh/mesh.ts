/**
 * A planar partition as half-edges. Half-edges come in pairs: `h ^ 1` is the twin of `h`. A face lies to the left of its
 * half-edges, so its boundary runs counter-clockwise. Neighbours share vertices by construction, whatever is cut: there is
 * no gap and no overlap to repair later.
 *
 * Every face has one boundary cycle. A loop inside a face hangs on a bridge, an edge with the same face on both sides.
 * Face 0 is the ground outside. Coordinates are metres, rounded to 1 mm.
 */
export class Mesh {
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  vertexCount = 0;
  /** A half-edge that starts at the vertex. */
  vertexHalf = new Int32Array(1024);
  origin = new Int32Array(4096);
  next = new Int32Array(4096);
  prev = new Int32Array(4096);
  face = new Int32Array(4096);
  halfCount = 0;
  /** A half-edge of the face's boundary. */
  faceHalf = new Int32Array(1024);
  faceCount = 0;

  /** A mesh of one face, its outline given counter-clockwise as x0, y0, x1, y1 …, not closed. */
  static ofOutline(outline: ArrayLike<number>): Mesh {
    const mesh = new Mesh();
    const n = outline.length / 2;
    for (let i = 0; i < n; i++) mesh.addVertex(outline[2 * i]!, outline[2 * i + 1]!);
    for (let i = 0; i < n; i++) mesh.addEdge(i, (i + 1) % n);
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      mesh.link(2 * i, 2 * j);
      mesh.link(2 * j + 1, 2 * i + 1);
    }
    mesh.addFace(1);
    mesh.addFace(0);
    return mesh;
  }

  destination(h: number): number {
    return this.origin[h ^ 1]!;
  }

  addVertex(x: number, y: number): number {
    if (this.vertexCount === this.x.length) {
      this.x = grown(this.x);
      this.y = grown(this.y);
      this.vertexHalf = grown(this.vertexHalf);
    }
    const v = this.vertexCount++;
    this.x[v] = Math.round(x * 1000) / 1000;
    this.y[v] = Math.round(y * 1000) / 1000;
    this.vertexHalf[v] = -1;
    return v;
  }

  /** Puts vertex `v` into the edge of `h`: `h` then ends at `v`, and the half-edge returned runs on from there. */
  splitEdge(h: number, v: number): number {
    const t = h ^ 1;
    const b = this.origin[t]!;
    const k = this.addEdge(v, b);
    this.link(k, this.next[h]!);
    this.link(h, k);
    this.link(this.prev[t]!, k ^ 1);
    this.link(k ^ 1, t);
    this.face[k] = this.face[h]!;
    this.face[k ^ 1] = this.face[t]!;
    this.origin[t] = v;
    this.vertexHalf[b] = k ^ 1;
    this.vertexHalf[v] = k;
    return k;
  }

  /**
   * Splits a face by a chain from the origin of `from` to the origin of `to`, both of its boundary, over the new vertices
   * `chain`. The part to the left of the chain keeps its number; the other part is new and returned.
   */
  splitFace(from: number, to: number, chain: readonly number[] = []): number {
    const beforeFrom = this.prev[from]!;
    const beforeTo = this.prev[to]!;
    const end = this.origin[to]!;
    const f = this.face[from]!;
    let a = this.origin[from]!;
    let last = -1;
    let first = -1;
    for (let i = 0; i <= chain.length; i++) {
      const b = i < chain.length ? chain[i]! : end;
      const e = this.addEdge(a, b);
      this.face[e] = f;
      if (last < 0) first = e;
      else {
        this.link(last, e);
        this.link(e ^ 1, last ^ 1);
      }
      last = e;
      a = b;
    }
    this.link(beforeFrom, first);
    this.link(last, to);
    this.link(beforeTo, last ^ 1);
    this.link(first ^ 1, from);
    this.faceHalf[f] = first;
    return this.addFace(first ^ 1);
  }

  /**
   * Puts a loop (new vertices, counter-clockwise) into the face of `at`, joined by a bridge from the origin of `at` to its
   * first vertex. Returns the face inside the loop.
   */
  addLoop(at: number, loop: readonly number[]): number {
    const f = this.face[at]!;
    const before = this.prev[at]!;
    const bridge = this.addEdge(this.origin[at]!, loop[0]!);
    this.face[bridge] = f;
    this.face[bridge ^ 1] = f;
    const n = loop.length;
    const first = this.halfCount;
    for (let i = 0; i < n; i++) {
      const e = this.addEdge(loop[i]!, loop[(i + 1) % n]!);
      this.face[e + 1] = f;
    }
    for (let i = 0; i < n; i++) {
      const e = first + 2 * i;
      const g = first + 2 * ((i + 1) % n);
      this.link(e, g);
      if (i < n - 1) this.link(g + 1, e + 1);
    }
    // Outside the loop runs clockwise: bridge in, round, bridge out.
    this.link(before, bridge);
    this.link(bridge, first + 2 * (n - 1) + 1);
    this.link(first + 1, bridge ^ 1);
    this.link(bridge ^ 1, at);
    return this.addFace(first);
  }

  /** The half-edges of a face's boundary in order. */
  ring(face: number, into: number[] = []): number[] {
    into.length = 0;
    const start = this.faceHalf[face]!;
    let h = start;
    do {
      into.push(h);
      h = this.next[h]!;
    } while (h !== start);
    return into;
  }

  /** Plane area of a face in m². */
  area(face: number): number {
    const start = this.faceHalf[face]!;
    const x0 = this.x[this.origin[start]!]!;
    const y0 = this.y[this.origin[start]!]!;
    let sum = 0;
    let h = start;
    do {
      const a = this.origin[h]!;
      h = this.next[h]!;
      const b = this.origin[h]!;
      sum += (this.x[a]! - x0) * (this.y[b]! - y0) - (this.x[b]! - x0) * (this.y[a]! - y0);
    } while (h !== start);
    return sum / 2;
  }

  /** Length of the edge of `h` in metres. */
  length(h: number): number {
    const a = this.origin[h]!;
    const b = this.origin[h ^ 1]!;
    return Math.hypot(this.x[a]! - this.x[b]!, this.y[a]! - this.y[b]!);
  }

  private addEdge(a: number, b: number): number {
    if (this.halfCount + 2 > this.origin.length) {
      this.origin = grown(this.origin);
      this.next = grown(this.next);
      this.prev = grown(this.prev);
      this.face = grown(this.face);
    }
    const h = this.halfCount;
    this.halfCount += 2;
    this.origin[h] = a;
    this.origin[h + 1] = b;
    this.vertexHalf[a] = h;
    this.vertexHalf[b] = h + 1;
    return h;
  }

  private link(a: number, b: number): void {
    this.next[a] = b;
    this.prev[b] = a;
  }

  private addFace(h: number): number {
    if (this.faceCount === this.faceHalf.length) this.faceHalf = grown(this.faceHalf);
    const f = this.faceCount++;
    this.faceHalf[f] = h;
    let k = h;
    do {
      this.face[k] = f;
      k = this.next[k]!;
    } while (k !== h);
    return f;
  }
}

function grown<T extends Float64Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (n: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
