import { describe, expect, it } from 'vitest';
import { limitVertices } from './limit-vertices.ts';
import { type PlanePlace, placeBox, vertexCountOf } from './places.ts';

const circle = (vertices: number): PlanePlace => {
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  }).flat();
  return { kind: 'polygon', parts: [[...ring, ring[0]!, ring[1]!]] };
};
const total = (limited: ReturnType<typeof limitVertices>): number =>
  limited.reduce((sum, { place }) => sum + (place ? vertexCountOf(place) : 0), 0);

describe('limitVertices', () => {
  it('leaves places as they are while all fit', () => {
    const places = [circle(50), undefined, circle(9)];
    expect(limitVertices(places, 100).map(({ place, simplified }) => [place, simplified])).toEqual([
      [places[0], false],
      [undefined, false],
      [places[2], false],
    ]);
  });

  it('takes from the largest, keeps their shape, and says so', () => {
    const [small, large] = limitVertices([circle(20), circle(20_000)], 300);
    expect(small!.simplified).toBe(false);
    expect(large!.simplified).toBe(true);
    expect(total([small!, large!])).toBeLessThanOrEqual(300);
    for (const side of placeBox(large!.place!)) expect(Math.abs(Math.abs(side) - 100)).toBeLessThan(1);
  });

  it('shows as its box what cannot be simplified enough', () => {
    const crumbs: PlanePlace = {
      kind: 'polygon',
      parts: Array.from({ length: 5000 }, (_, i) => [i, 0, i, 1000, i + 0.5, 1000, i + 0.5, 0, i, 0]),
    };
    const [limited] = limitVertices([crumbs], 100);
    expect(vertexCountOf(limited!.place!)).toBe(5);
    expect(placeBox(limited!.place!)).toEqual(placeBox(crumbs));
  });

  it('is done soon with a ring of 200,000 equal teeth', () => {
    const comb = Array.from({ length: 100_000 }, (_, i) => [i, 0, i + 0.5, 1000]).flat();
    const started = performance.now();
    const [limited] = limitVertices([{ kind: 'polygon', parts: [[...comb, 0, 0]] }], 1000);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(vertexCountOf(limited!.place!)).toBeLessThanOrEqual(1000);
  });
});
