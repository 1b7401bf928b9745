import { describe, expect, it } from 'vitest';
import { withDensity } from './jpeg-density.ts';
import { degreesText, gridLines, ratioOf, toPixel, toPlace, zoomOf } from './mercator.ts';
import { papers, sheetOf } from './sheet.ts';

/** The smallest head of a picture as a browser writes it: no unit, 1 : 1. */
const head = [
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
];

describe('a picture', () => {
  it('says its density where readers look for it', () => {
    const picture = withDensity(Uint8Array.from(head), 300);
    const view = new DataView(picture.buffer);
    expect([view.getUint8(13), view.getUint16(14), view.getUint16(16)]).toEqual([1, 300, 300]);
    expect(picture.slice(18)).toEqual(Uint8Array.from(head.slice(18)));
  });

  it('is refused where it is none', () => {
    expect(() => withDensity(Uint8Array.of(1, 2, 3), 300)).toThrow(TypeError);
  });
});

describe('a sheet', () => {
  it('holds its parts without one covering another', () => {
    for (const paper of Object.keys(papers) as (keyof typeof papers)[])
      for (const orientation of ['landscape', 'portrait'] as const) {
        const { width, height, ...boxes } = sheetOf(paper, orientation);
        const all = Object.values(boxes);
        for (const box of all) {
          expect(box.width > 0 && box.height > 0 && box.x >= 0 && box.y >= 0).toBe(true);
          expect(box.x + box.width <= width && box.y + box.height <= height).toBe(true);
        }
        for (const a of all)
          for (const b of all) {
            if (a === b) continue;
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
      }
  });
});

describe('a map on paper', () => {
  it('has the ratio that was asked for', () => {
    expect(ratioOf(zoomOf(50_000, 47), 47)).toBeCloseTo(50_000, 6);
    // 1 km at 1 : 50,000 is 20 mm.
    const view = { lon: 132, lat: 47, zoom: zoomOf(50_000, 47), width: 1000, height: 800 };
    const perDegree = (Math.PI / 180) * 6378137 * Math.cos((47 * Math.PI) / 180);
    const [x] = toPixel(view, 132 + 1000 / perDegree, 47);
    expect(((x - 500) / 96) * 25.4).toBeCloseTo(20, 3);
  });

  it('knows places and pixels both ways', () => {
    const view = { lon: 132, lat: 47, zoom: 11, width: 1000, height: 800 };
    const [lon, lat] = toPlace(view, 120, 700);
    const [x, y] = toPixel(view, lon, lat);
    expect(x).toBeCloseTo(120, 6);
    expect(y).toBeCloseTo(700, 6);
    expect(toPixel(view, 132, 47)).toEqual([500, 400]);
  });

  it('has a grid of round degrees with labels', () => {
    expect(gridLines(132.01, 132.31).map(degreesText)).toEqual(['132°05′', '132°10′', '132°15′']);
    expect(gridLines(46.999999, 47.001).map(degreesText)[0]).toBe('47°00′');
    expect(degreesText(47 + 5 / 3600)).toBe('47°00′05″');
  });
});
