import { tileAt } from '@tuheng/tiles';
import type { ServedCounty } from './serve-county.ts';

/** Addresses that a map and its tools ask, on a served county. */
export class Addresses {
  readonly #county: ServedCounty;
  readonly #random: () => number;

  constructor(county: ServedCounty, random: () => number) {
    this.#county = county;
    this.#random = random;
  }

  place(): readonly [lon: number, lat: number] {
    const { places } = this.#county;
    return places[Math.floor(this.#random() * places.length)]!;
  }

  /** Tiles of a layer around a place, columns by rows. */
  view(layer: string, z: number, place: readonly [number, number], columns: number, rows: number): string[] {
    const { address, plan, base } = this.#county;
    const code = layer === 'DLTB' ? base : plan;
    const [x, y] = tileAt(...place, z);
    return Array.from(
      { length: columns * rows },
      (_, k) =>
        `${address}/api/v1/plans/${code}/versions/1/tiles/${layer}/${z}/${x + (k % columns)}/${y + Math.floor(k / columns)}.mvt`,
    );
  }

  /** Features of a layer in a box of so many metres around a place. */
  box(collection: string, [lon, lat]: readonly [number, number], metres: number): string {
    const [dx, dy] = [metres / 2 / (111_320 * Math.cos((lat * Math.PI) / 180)), metres / 2 / 111_320];
    const bbox = [lon - dx, lat - dy, lon + dx, lat + dy].map((v) => v.toFixed(7)).join(',');
    return `${this.#county.address}/ogc/collections/${collection}/items?limit=1000&bbox=${bbox}`;
  }

  /** The body of a question about a site of 20 vertices and some hectares around a place. */
  site([lon, lat]: readonly [number, number], hectares: number): string {
    const radius = Math.sqrt((hectares * 10_000) / Math.PI);
    const ring = Array.from({ length: 20 }, (_, k) => {
      const angle = (2 * Math.PI * k) / 20;
      const reach = radius * (0.8 + 0.4 * this.#random());
      return [
        lon + (reach * Math.cos(angle)) / (111_320 * Math.cos((lat * Math.PI) / 180)),
        lat + (reach * Math.sin(angle)) / 111_320,
      ];
    });
    const { plan, base } = this.#county;
    const site = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
    return JSON.stringify({ plan, base, site, landUse: '0701' });
  }
}
