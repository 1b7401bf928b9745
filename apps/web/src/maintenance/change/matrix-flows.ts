/** A row of the class matrix of a review. */
export interface MatrixRow {
  readonly from: string;
  readonly to: string;
  readonly pieces: number;
  /** m². */
  readonly area: number;
}

export interface Flow {
  readonly source: string;
  readonly target: string;
  /** m². */
  readonly value: number;
}

export interface Flows {
  /** `from:0101` on the left, `to:0702` on the right: a class may lose ground and gain some, and ground never flows back. */
  readonly nodes: readonly { readonly id: string; readonly code: string; readonly area: number }[];
  readonly links: readonly Flow[];
}

/** The matrix as flows from the classes before to those after, the largest first. Classes of no area have no width and are left out. */
export function matrixFlows(rows: readonly MatrixRow[]): Flows {
  const areas = new Map<string, number>();
  const add = (id: string, area: number): string => {
    areas.set(id, (areas.get(id) ?? 0) + area);
    return id;
  };
  const links = rows
    .filter(({ area }) => area > 0)
    .map(({ from, to, area }) => ({
      source: add(`from:${from}`, area),
      target: add(`to:${to}`, area),
      value: area,
    }))
    .sort((a, b) => b.value - a.value);
  const nodes = [...areas]
    .map(([id, area]) => ({ id, code: id.slice(id.indexOf(':') + 1), area }))
    .sort((a, b) => b.area - a.area);
  return { nodes, links };
}
