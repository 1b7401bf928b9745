import { describe, expect, test } from 'vitest';
import { templateFault, tileAddress } from './basemap-template.ts';

const xyz = 'https://tiles.example/{z}/{x}/{y}.png';
const wmts =
  'https://t0.example/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}&tk=KEY';

describe('the template of a basemap', () => {
  test('puts the numbers where they belong', () => {
    expect(tileAddress(xyz, 3, 6, 2)).toBe('https://tiles.example/3/6/2.png');
    expect(tileAddress(wmts, 3, 6, 2)).toContain('TILEMATRIX=3&TILEROW=2&TILECOL=6&tk=KEY');
  });

  test.each([xyz, wmts])('is one: %s', (template) => expect(templateFault(template)).toBeUndefined());

  test.each([
    ['tiles/{z}/{x}/{y}', '不是完整的网址'],
    ['file:///etc/{z}/{x}/{y}', '应以 https://'],
    ['https://tiles.example/{z}/{x}.png', '{y}'],
    ['https://tiles.example/', '{z}、{x}、{y}'],
  ])('is none: %s', (template, fault) => expect(templateFault(template)).toContain(fault));
});
