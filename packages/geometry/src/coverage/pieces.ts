import type { Region } from './arrangement/regions.ts';
import type { CoveragePiece, Noise } from './report.ts';
import { greatestWidth } from './width/greatest-width.ts';

export interface SortedPieces {
  /** Larger than the tolerance, by features, then place. */
  readonly pieces: CoveragePiece[];
  readonly noise: Noise;
}

/** Turns regions into pieces: those up to `tolerance` in area are counted only. */
export function sortPieces(
  regions: Iterable<{ readonly region: Region; readonly features: readonly number[] }>,
  tolerance: number,
): SortedPieces {
  const pieces: CoveragePiece[] = [];
  let small = 0;
  let area = 0;
  for (const { region, features } of regions) {
    if (region.area > tolerance) {
      pieces.push(pieceOf(region, features));
    } else if (region.area > 0) {
      small++;
      area += region.area;
    }
  }
  return { pieces: pieces.sort(byFeatures), noise: { pieces: small, area } };
}

/** Its width is measured when it is first asked for: that takes long, and in layers that may have gaps nobody asks. */
function pieceOf({ rings: flat, area }: Region, features: readonly number[]): CoveragePiece {
  const rings = flat.map((ring) => [...ring]);
  let width: number | undefined;
  return {
    features,
    rings,
    area,
    get width() {
      width ??= greatestWidth(rings.map((ring) => Float64Array.from(ring)));
      return width;
    },
  };
}

function byFeatures(a: CoveragePiece, b: CoveragePiece): number {
  for (let i = 0; i < a.features.length && i < b.features.length; i++) {
    if (a.features[i] !== b.features[i]) return a.features[i]! - b.features[i]!;
  }
  const [p, q] = [a.rings[0]!, b.rings[0]!];
  return a.features.length - b.features.length || p[0]! - q[0]! || p[1]! - q[1]! || a.area - b.area;
}
