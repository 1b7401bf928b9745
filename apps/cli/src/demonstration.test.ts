import { type DemonstrationCounty, type FaultId, faultIds, generateCounty } from '@tuheng/demonstration';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Review, reviewPlans, type Verdict } from '@tuheng/maintenance';
import { defaultTolerance, parseTargets } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';

const PARCELS = 4000;

async function review(county: DemonstrationCounty): Promise<Review> {
  const { review } = await reviewPlans({
    filed: county.filed,
    maintained: county.maintained,
    base: county.base,
    targets: {
      file: parseTargets(JSON.stringify(county.targets), 'targets.json'),
      name: 'targets.json',
      digest: 'generated',
    },
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    date: '20261124',
  });
  return review;
}

const failed = ({ verdicts }: Review): string[] =>
  verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);

/** Longitudes and latitudes of a verdict's evidence. */
function places({ evidence }: Verdict): number[][] {
  return evidence.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
}

describe('the lawful maintenance of the demonstration county', () => {
  let result: Review;
  beforeAll(async () => {
    result = await review(generateCounty({ parcels: PARCELS }));
  }, 60_000);

  it('passes every rule and conserves area in every layer', () => {
    expect(result.verdicts.map(({ status }) => status)).toEqual(Array(16).fill('pass'));
    for (const [code, { conservation }] of Object.entries(result.layers))
      expect(conservation.holds, code).toBe(true);
  });

  it('says that the county is invented', () => {
    expect(result.invented).toBe(true);
  });

  it('leaves no noise: its borders are shared to the last digit', () => {
    for (const [code, { noise }] of Object.entries(result.layers)) expect(noise.pieces, code).toBe(0);
  });
});

/** What is wrong is that nothing went out: the pieces to look at are those that came in, elsewhere. */
const pointsElsewhere: readonly FaultId[] = ['udb.transfer-balance'];

describe('each fault alone', () => {
  it.each(faultIds)(
    '%s is found, at its place, and nothing else is',
    async (id: FaultId) => {
      const county = generateCounty({ parcels: PARCELS, faults: id });
      const [fault] = county.faults;
      const result = await review(county);
      expect(failed(result).sort()).toEqual([...fault!.rules].sort());
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

describe('all faults together', () => {
  it('fail every rule', async () => {
    const county = generateCounty({ parcels: PARCELS, faults: 'all' });
    expect(county.faults.map(({ id }) => id)).toEqual([...faultIds]);
    expect(failed(await review(county)).sort()).toEqual([...faultIds].sort());
  }, 60_000);
});
