import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../testing/expect-error.ts';
import { square } from '../testing/samples.ts';
import { writeShapefile } from '../testing/shapefile.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { folderDigest } from './digest.ts';
import { locateFile, locateFolder } from './locate.ts';

const folder = useTestFolder();
const locate = () => locateFolder(folder.file('in'), 'in', 100);

async function put(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(folder.file(`in/${file}`.replace(/\/[^/]*$/, '')), { recursive: true });
    await writeFile(folder.file(`in/${file}`), file);
  }
}

describe('locateFolder', () => {
  it('finds the one FileGDB at any depth and leaves its lock files out', async () => {
    await put('a/4矢量数据/x.gdb/a00000001.gdbtable', 'a/4矢量数据/x.gdb/pc.123.lock', 'a/readme.txt');
    const source = await locate();
    expect(source).toMatchObject({ format: 'FileGDB', datasets: [''], content: ['a00000001.gdbtable'] });
    expect(source.root.endsWith('x.gdb')).toBe(true);
  });

  it('knows a FileGDB by its content where the folder has another name', async () => {
    await put('a00000001.gdbtable');
    expect((await locate()).format).toBe('FileGDB');
  });

  it('takes no side between two databases', async () => {
    await put('a.gdb/a00000001.gdbtable', 'b.gdb/a00000001.gdbtable');
    const error = await failureOf(locate(), 'dataset.ambiguous');
    expect(error.message).toContain('a.gdb、b.gdb');
  });

  it('ignores the shadow files of macOS', async () => {
    await put('a.gpkg', '__MACOSX/a.gpkg', '._a.gpkg');
    expect(await locate()).toMatchObject({ format: 'GeoPackage', datasets: ['a.gpkg'] });
  });

  it('finds Shapefiles with the files that belong to them', async () => {
    await mkdir(folder.file('in'));
    await writeShapefile(folder.file('in/CZKFBJ'), [square(0, 0, 1)], []);
    await put('CZKFBJ.sbn', 'other.dbf');
    const source = await locate();
    expect(source.datasets).toEqual(['CZKFBJ.shp']);
    expect([...source.content].sort()).toEqual(['CZKFBJ.dbf', 'CZKFBJ.prj', 'CZKFBJ.shp', 'CZKFBJ.shx']);
  });

  it('refuses a Shapefile whose table is missing', async () => {
    await put('CZKFBJ.shp', 'CZKFBJ.shx');
    expect((await failureOf(locate(), 'dataset.unreadable')).message).toContain('缺少 CZKFBJ.dbf');
  });

  it('says that there is nothing', async () => {
    await put('readme.txt');
    await failureOf(locate(), 'dataset.unsupported-format');
  });
});

describe('locateFile', () => {
  it.each([
    ['text.zip', 'this is text', 'dataset.not-a-zip'],
    ['a.rar', 'Rar!', 'dataset.unsupported-format'],
    ['a.gpkg', 'SQLite', 'dataset.unreadable'],
    ['a.geojson', '[]', 'dataset.unreadable'],
  ] as const)('refuses %s', async (name, content, code) => {
    await writeFile(folder.file(name), content);
    await failureOf(locateFile(folder.file(name)), code);
  });

  it('knows formats by their content', async () => {
    await writeFile(folder.file('plan.db'), 'SQLite format 3\0…');
    await writeFile(folder.file('plan.txt'), '\ufeff  {"type":');
    expect((await locateFile(folder.file('plan.db'))).format).toBe('GeoPackage');
    expect((await locateFile(folder.file('plan.txt'))).format).toBe('GeoJSON');
  });
});

describe('folderDigest', () => {
  it('depends on names and content, not on order or place', async () => {
    await put('a', 'b');
    const digest = await folderDigest(folder.file('in'), ['a', 'b']);
    expect(await folderDigest(folder.file('in'), ['b', 'a'])).toBe(digest);
    await writeFile(folder.file('in/b'), 'c');
    expect(await folderDigest(folder.file('in'), ['a', 'b'])).not.toBe(digest);
  });
});
