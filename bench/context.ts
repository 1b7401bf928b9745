import type { Postgis } from './peers/postgis.ts';

/** What a run was asked for, and the server, which is started when the first case needs it. */
export interface Context {
  /** Factor on the number of parcels of generated inputs; 1 is what the figures are stated for. */
  readonly scale: number;
  readonly runs: number;
  /** Seconds after which a run is given up. */
  readonly limit: number;
  readonly oursOnly: boolean;
  postgis(): Promise<Postgis | { readonly skipped: string }>;
}

/** `columns × rows` with both sides scaled so that their product is about `scale` of what it was; at least 4 each. */
export function scaled(columns: number, rows: number, scale: number): { columns: number; rows: number } {
  const factor = Math.sqrt(scale);
  const side = (n: number): number => Math.max(4, Math.round(n * factor));
  return { columns: side(columns), rows: side(rows) };
}
