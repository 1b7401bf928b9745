import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayers, readScene, type SceneState, writeLayers, writeScene } from './scene-state.ts';

const code = fc.constantFrom('GHFQ', 'YDYHGHFQ', 'CZKFBJ', 'XZQ', 'DLTB', 'YJJBNTBHTB');
const layers = fc.uniqueArray(
  fc.record({ code, opacity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100) }),
  { selector: (layer) => layer.code },
);
const version = fc.constantFrom('head', '1', '27', '2026-11-30');
const scene: fc.Arbitrary<SceneState> = fc.record({
  plan: fc.constantFrom(undefined, '230898'),
  version,
  layers: fc.option(layers, { nil: undefined }),
  basemap: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  panel: fc.constantFrom(undefined, 'layers', 'query', 'statistics', 'compare', 'print'),
  point: fc.constantFrom(undefined, [132.0050001, 47.25] as const),
  feature: fc.constantFrom(undefined, { layer: 'GHFQ', id: 12 }),
  query: fc.constantFrom(undefined, {
    layer: 'GHFQ',
    join: 'or',
    conditions: [{ field: 'MJ', operator: 'between', values: ['1', '2'] }],
    place: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [132, 47],
            [132.1, 47],
            [132.1, 47.1],
            [132, 47],
          ],
        ],
      ],
    },
    relation: 'within',
  } as const),
  before: fc.option(version, { nil: undefined }),
  compare: fc.constantFrom(undefined, 'swipe', 'side', 'blink'),
});

describe('the scene in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(scene, (state) => {
        const address = writeScene(new URLSearchParams(), state);
        expect(readScene(new URLSearchParams(address.toString()))).toEqual(state);
      }),
    );
  });

  it('keeps layers, their order and opacity in a line that can be read', () => {
    expect(
      writeLayers([
        { code: 'GHFQ', opacity: 1 },
        { code: 'CZKFBJ', opacity: 0.8 },
      ]),
    ).toBe('GHFQ,CZKFBJ*80');
    expect(readLayers('-')).toEqual([]);
    expect(readLayers(null)).toBeUndefined();
  });

  it('takes what is said wrongly for not said', () => {
    const read = readScene(
      new URLSearchParams(
        'version=x&layers=GHFQ,<b>,CZKFBJ*900&panel=y&point=1,2,3&feature=GHFQ&before=0&compare=z&basemap=x',
      ),
    );
    expect(read).toEqual({
      version: 'head',
      layers: [
        { code: 'GHFQ', opacity: 1 },
        { code: 'CZKFBJ', opacity: 1 },
      ],
      panel: 'layers',
      basemap: 1,
    });
  });

  it('leaves the rest of the address alone', () => {
    const address = writeScene(new URLSearchParams('region=230898&at=132,47,12'), { version: '2' });
    expect(address.toString()).toBe('region=230898&at=132%2C47%2C12&version=2');
  });
});
