import type { Mesh } from '../mesh/mesh.ts';

/** Whether two faces come nearer to each other than `limit` metres. */
export function nearerThan(mesh: Mesh, f: number, g: number, limit: number): boolean {
  const a = edges(mesh, f);
  const b = edges(mesh, g);
  const square = limit * limit;
  for (const [x0, y0, x1, y1] of a) {
    for (const [u0, v0, u1, v1] of b) {
      if (Math.min(x0, x1) - limit > Math.max(u0, u1) || Math.min(u0, u1) - limit > Math.max(x0, x1))
        continue;
      if (Math.min(y0, y1) - limit > Math.max(v0, v1) || Math.min(v0, v1) - limit > Math.max(y0, y1))
        continue;
      // The faces do not cross, so the least distance is at an end of one of the edges.
      if (
        toEdge(x0, y0, u0, v0, u1, v1) < square ||
        toEdge(x1, y1, u0, v0, u1, v1) < square ||
        toEdge(u0, v0, x0, y0, x1, y1) < square ||
        toEdge(u1, v1, x0, y0, x1, y1) < square
      ) {
        return true;
      }
    }
  }
  return false;
}

type Edge = readonly [number, number, number, number];

function edges(mesh: Mesh, face: number): Edge[] {
  return mesh.ring(face).map((h) => {
    const a = mesh.origin[h]!;
    const b = mesh.destination(h);
    return [mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!];
  });
}

function toEdge(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  const rx = x0 + t * dx - x;
  const ry = y0 + t * dy - y;
  return rx * rx + ry * ry;
}
