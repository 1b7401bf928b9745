import { expect, it } from 'vitest';
import { judgeDropped, packFiles } from './pack-files.ts';

const placed = (...paths: readonly string[]) =>
  paths.map((path) => ({
    path,
    file: new File([`in ${path}`], path.split('/').at(-1)!, { lastModified: 1_760_000_000_000 }),
  }));

it('takes one file as it is, a folder or a Shapefile as an archive', () => {
  const [zip] = placed('B.zip');
  expect(judgeDropped([zip!])).toEqual({ take: 'file', file: zip!.file });
  const folder = placed('维护后.gdb/a1.gdbtable', '维护后.gdb/a1.gdbtablx');
  expect(judgeDropped(folder)).toEqual({ take: 'archive', name: '维护后.gdb.zip' });
  const shapes = placed('GHFQ.dbf', 'GHFQ.shp', 'GHFQ.shx', 'GHFQ.prj', 'CZKFBJ.shp', 'CZKFBJ.dbf');
  expect(judgeDropped(shapes)).toEqual({ take: 'archive', name: 'GHFQ.zip' });
});

it('tells why it takes nothing', () => {
  const why = (...paths: readonly string[]) => {
    const dropped = judgeDropped(placed(...paths));
    return dropped.take === 'nothing' ? [dropped.why, dropped.name] : dropped.take;
  };
  expect(why()).toEqual(['empty', '']);
  expect(why('a.zip', 'b.gpkg')).toEqual(['many', 'a.zip']);
  expect(why('a.gdb/x', 'b.gdb/x')).toEqual(['many', 'a.gdb/x']);
  expect(why('a.docx')).toEqual(['wrong', 'a.docx']);
  expect(why('a.dbf', 'a.shx')).toEqual(['wrong', 'a.dbf']);
  expect(why('a.shp', 'b.docx')).toEqual(['wrong', 'a.shp']);
});

it('packs the same archive for the same files, in whatever order they come', async () => {
  const files = placed('维护后.gdb/b', '维护后.gdb/a');
  const archive = await packFiles('维护后.gdb.zip', files);
  const again = await packFiles('维护后.gdb.zip', files.toReversed());
  expect(Buffer.from(await again.arrayBuffer())).toEqual(Buffer.from(await archive.arrayBuffer()));
  expect(await archive.text()).toContain('in 维护后.gdb/a');
  expect([archive.name, archive.lastModified]).toEqual(['维护后.gdb.zip', 1_760_000_000_000]);
});
