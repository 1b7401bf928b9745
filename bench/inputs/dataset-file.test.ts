import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { generateCoverage } from './coverage-generator.ts';
import { readDatasetFile, writeDatasetFile } from './dataset-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads back what was written, whatever the length of the header', () => {
  const polygons = generateCoverage({ seed: 1, columns: 3, rows: 2, pitch: 50, vertices: 8, shift: 0 });
  const path = join(folder, 'a.bin');
  writeDatasetFile(path, { polygons });
  expect(readDatasetFile(path)).toEqual({ polygons });
  for (const code of ['', '0', '01', '水田', 'four']) {
    const codes = Array.from({ length: 6 }, () => code);
    writeDatasetFile(path, { polygons, codes });
    expect(readDatasetFile(path)).toEqual({ polygons, codes });
  }
});
