import { type FaultId, faultIds, generateCounty } from '@tuheng/demonstration';
import type { Verdict } from '@tuheng/maintenance';
import { describe, expect, it } from 'vitest';
import { failed, open, PARCELS, reviewOf } from './testing/review-county.ts';

/** Longitudes and latitudes of a verdict's evidence. */
function places({ evidence }: Verdict): number[][] {
  return evidence.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
}

/** What is wrong is that nothing went out: the pieces to look at are those that came in, elsewhere. */
const pointsElsewhere: readonly FaultId[] = ['udb.transfer-balance'];

describe('each fault alone', () => {
  it.each(faultIds)(
    '%s is found, at its place, and nothing else is',
    async (id: FaultId) => {
      const county = generateCounty({ parcels: PARCELS, faults: id });
      const [fault] = county.faults;
      const result = await reviewOf(county);
      expect(failed(result).sort()).toEqual([...fault!.rules].sort());
      if (fault!.hints.length > 0) expect(open(result).sort()).toEqual([...fault!.hints].sort());
      const [minLon, minLat, maxLon, maxLat] = fault!.box;
      for (const verdict of result.verdicts.filter(({ rule }) => rule === id)) {
        const inside = places(verdict).filter(
          ([lon, lat]) =>
            lon! >= minLon - 1e-6 && lon! <= maxLon + 1e-6 && lat! >= minLat - 1e-6 && lat! <= maxLat + 1e-6,
        );
        expect(verdict.evidence.length, verdict.rule).toBeGreaterThan(0);
        if (!pointsElsewhere.includes(id)) expect(inside.length, verdict.rule).toBeGreaterThan(0);
      }
    },
    60_000,
  );
});
