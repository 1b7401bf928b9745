import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';
import { RED_LINE_AREA } from './county-figures.ts';
import type { Reserve } from './places.ts';
import { type Raster, solveArea } from './raster.ts';
import { band, blob, reversed } from './shapes.ts';
import type { Sketch } from './sketch.ts';

/** A little above the target, so that the lawful maintenance has room, m². */
const RESERVES = RED_LINE_AREA * 1.0022;

/** Reserves whose land adds up to the red line, the hills around two of them, and the lakes. */
export function drawReserves(
  valley: Path,
  base: Raster,
  { random, near }: Sketch,
): { reserves: Reserve[]; hills: Path[]; lakes: Path[] } {
  const seeds = Array.from({ length: 16 }, () => random.integer(1e6));
  const marsh = near([38, -14], 1);
  const west = near([-39, -19], 1);
  const middle = near([-3, -24], 0.8);
  const pond = near([17, -33], 0.8);
  const along = (from: number, to: number, half: number, seed: number): Path => {
    const n = valley.length / 2;
    const path = valley
      .filter((_, i) => Math.floor(i / 2) % 3 === 0)
      .slice(2 * Math.floor((from * n) / 3), 2 * Math.floor((to * n) / 3));
    const length = (path.length / 2) * 390;
    const noise = [noiseAlong(seed, 4500, 3), noiseAlong(seed + 9, 4500, 3)];
    const width = (k: 0 | 1) => (s: number) =>
      half *
      Math.sqrt(Math.max(0.02, Math.sin(Math.PI * Math.min(1, Math.max(0, s / length))))) *
      (1 + 0.28 * noise[k]!(s));
    const shape = band(path, width(0), width(1));
    return [...shape.right, ...reversed(shape.left)];
  };
  const draw = (f: number): Reserve[] => [
    reserve('甲河湿地', '国家级', '自然保护区', '沼泽湿地', along(0.62, 0.885, 7050 * f, seeds[0]!)),
    reserve(
      '壬泽沼泽',
      '国家级',
      '自然保护区',
      '沼泽湿地',
      blob(marsh, [8900 * f, 6500 * f], 0.4, 0.2, seeds[1]!, 320),
    ),
    reserve('上湾湿地', '省级', '自然保护区', '河流湿地', along(0.1, 0.29, 3900 * f, seeds[2]!)),
    reserve(
      '西岭森林',
      '省级',
      '自然保护区',
      '森林',
      blob(west, [6400 * f, 4700 * f], 1.1, 0.22, seeds[3]!, 300),
    ),
    reserve(
      '中岭森林',
      '省级',
      '自然公园',
      '森林',
      blob(middle, [3500 * f, 2700 * f], 2, 0.2, seeds[4]!, 220),
    ),
    reserve(
      '月泡湖',
      '省级',
      '自然公园',
      '湖泊湿地',
      blob(pond, [2500 * f, 2050 * f], 0.3, 0.18, seeds[5]!, 180),
    ),
    reserve('中洲', '省级', '自然公园', '河流湿地', along(0.505, 0.56, 1150 * f, seeds[6]!)),
  ];
  const area = (f: number): number => {
    const raster = base.copy();
    return draw(f).reduce((sum, { loop }) => sum + raster.fill(loop, 2, [1]), 0);
  };
  const f = solveArea(area, RESERVES);
  const hills = [
    blob(west, [9200, 7200], 1.1, 0.22, seeds[7]!, 320),
    blob(middle, [5600, 4300], 2, 0.22, seeds[8]!, 280),
  ];
  const lakes = [
    blob(pond, [1550, 1150], 0.3, 0.2, seeds[9]!, 120),
    blob([marsh[0] - 3600, marsh[1] + 1300], [1500, 800], 0.9, 0.25, seeds[10]!, 120),
    blob([marsh[0] + 4000, marsh[1] - 900], [900, 600], 0.2, 0.25, seeds[11]!, 100),
    blob(near([-36, 3], 1), [900, 520], 1.4, 0.2, seeds[12]!, 100),
    blob(near([44, 5], 1), [700, 430], 0.5, 0.2, seeds[13]!, 90),
  ];
  return { reserves: draw(f), hills, lakes };
}

const reserve = (name: string, level: string, type: string, ecosystem: string, loop: Path): Reserve => ({
  name: `${name}${type}`,
  level,
  type,
  ecosystem,
  loop,
});
