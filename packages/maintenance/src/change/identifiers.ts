import { featureCount } from '@tuheng/geometry';
import { identifierOf, type Layer, type Plan, serialOf, textAt } from '@tuheng/standard';

/** Code and name of the region a feature belongs to; null where nothing tells. */
export interface Region {
  readonly code: string | null;
  readonly name: string | null;
}

/**
 * The identifiers (BSM) of a maintenance database: region code (6), `0000`, serial (8) (standards.md §2.2). One run of serials goes
 * through all layers, after the largest of the filed plan, since BSM is unique in the whole database (standards.md §3.4, A-05).
 */
export class Identifiers {
  readonly #county: Region;
  #last = 0;

  constructor(filed: Plan) {
    const county = { code: null as string | null, name: null as string | null };
    for (const layer of filed.layers.values()) {
      for (let f = 0; f < featureCount(layer.polygons); f++) {
        this.#last = Math.max(this.#last, serialOf(textAt(layer, 'BSM', f) ?? ''));
        county.code ??= textAt(layer, 'XZQDM', f)?.slice(0, 6) ?? null;
        county.name ??= textAt(layer, 'XZQMC', f);
      }
    }
    this.#county = county;
  }

  /**
   * The region of a feature: its own, or by the code of the unit it lies in (ZLDWDM, whose first six digits are the county's), or the
   * plan's county.
   */
  regionOf(layer: Layer, row: number): Region {
    const code = textAt(layer, 'XZQDM', row);
    if (code !== null) return { code, name: textAt(layer, 'XZQMC', row) };
    const unit = textAt(layer, 'ZLDWDM', row)?.slice(0, 6) ?? this.#county.code;
    return { code: unit, name: unit === this.#county.code ? this.#county.name : null };
  }

  next(region: string | null): string {
    return identifierOf(region, ++this.#last);
  }
}
