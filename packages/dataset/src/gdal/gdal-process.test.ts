import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { failureOf } from '../testing/expect-error.ts';
import { geoJson, square } from '../testing/samples.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { GdalProcess } from './gdal-process.ts';

const folder = useTestFolder();

async function withProcess<T>(use: (gdal: GdalProcess) => Promise<T>): Promise<T> {
  const mounts = [{ real: folder.path, virtual: '/input', writable: false }];
  const gdal = await GdalProcess.start(mounts, defaultLimits, 'a');
  try {
    return await use(gdal);
  } finally {
    await gdal.stop();
  }
}

describe('GdalProcess', () => {
  it('opens a file with the named driver only', async () => {
    await writeFile(folder.file('a.geojson'), geoJson([square(132, 47, 1)]));
    await withProcess(async (gdal) => {
      const open = (driver: string) =>
        gdal.ask({ verb: 'open', path: '/input/a.geojson', driver, options: [] });
      expect((await open('GPKG')).result).toBe(0);
      expect((await open('GeoJSON')).result).toBeGreaterThan(0);
    });
  });

  it('cannot write where it may only read', async () => {
    await writeFile(folder.file('a.geojson'), geoJson([square(132, 47, 1)]));
    await withProcess(async (gdal) => {
      const { result } = await gdal.ask({
        verb: 'open',
        path: '/input/a.geojson',
        driver: 'GeoJSON',
        options: [],
      });
      const target = '/input/b.fgb';
      const options = ['-f', 'FlatGeobuf'];
      const attempt = gdal.demand({ verb: 'translate', source: Number(result), target, options });
      await expect(attempt).rejects.toThrow();
    });
  });

  it('tells a crash from a limit', async () => {
    await withProcess(async (gdal) => {
      const broken = gdal.ask({ verb: 'close', dataset: 0x7fffffff });
      await failureOf(broken, 'dataset.gdal-crashed');
    });
  });

  it('cannot start where a mounted folder does not exist', async () => {
    const mounts = [{ real: `${tmpdir()}/none`, virtual: '/input', writable: false }];
    await failureOf(GdalProcess.start(mounts, defaultLimits, 'a'), 'dataset.gdal-crashed');
  });
});
