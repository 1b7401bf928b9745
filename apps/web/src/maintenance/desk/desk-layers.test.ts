import { expect, it } from 'vitest';
import type { Look } from '../../map/look.ts';
import { CHANGE, firstLayers, groundsOf, sceneLayers } from './desk-layers.ts';

const classes = [1, 2].map((n) => ({ code: String(n), title: '', colour: '' }));
const look = (...layers: [code: string, isClassed: boolean][]): Look => ({
  layers: layers.map(([code, isClassed]) => ({
    id: code,
    type: 'fill',
    'source-layer': code,
    metadata: { title: code, legend: isClassed ? classes : classes.slice(0, 1) },
    paint: {},
  })),
});
const own = { source: '/own', look: look(['GHFQ', true], ['CZKFBJ', false], ['STBHHX', false]) };
const base = { source: '/base', look: look(['DLTB', true], ['XZQ', false]) };
const change = { source: '/change', look: look(['CZKFBJ', true]) };

it('begins with the survey as ground and the control lines that there are', () => {
  expect(firstLayers([own, base])).toEqual(['DLTB', 'STBHHX', 'CZKFBJ']);
  expect(firstLayers([own, undefined])).toEqual(['GHFQ', 'STBHHX', 'CZKFBJ']);
});

it('offers as ground what has classes', () => {
  expect(groundsOf([own, base])).toEqual(['DLTB', 'GHFQ']);
});

it('takes each layer from the state, else from the base data, and the change on top', () => {
  expect(sceneLayers([CHANGE, 'DLTB', 'CZKFBJ', 'NONE'], own, base, change)).toEqual([
    { source: '/base', code: 'DLTB', opacity: 1 },
    { source: '/own', code: 'CZKFBJ', opacity: 1 },
    { source: '/change', code: 'CZKFBJ', opacity: 0.7 },
  ]);
});
