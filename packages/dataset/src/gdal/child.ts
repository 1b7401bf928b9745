/**
 * The GDAL process: GDAL in WebAssembly behind five verbs. It is started by `gdal-process.ts` in Node's permission sandbox
 * and killed when it takes too long or too much; nothing here has to survive a hostile file.
 */
import { constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Gdal, OPEN_VECTOR_VERBOSE } from './library.ts';
import { MessageCollector } from './message-collector.ts';
import type { GdalReply, GdalRequest } from './protocol.ts';

const messages = new MessageCollector();
let gdal: Gdal;

/** GDAL's settings; the same on every machine, so that results are. */
const settings = {
  // Every warning must arrive: behind the default of 1000 an error would go unseen.
  CPL_MAX_ERROR_REPORTS: '-1',
  // WebAssembly has no threads, which the bulk interface of GeoPackage wants.
  OGR2OGR_USE_ARROW_API: 'NO',
  OGR_GPKG_NUM_THREADS: '1',
  // GeoPackage writes the time of the last change; equal input shall give equal bytes.
  OGR_CURRENT_DATE: '2000-01-01T00:00:00.000Z',
};

async function start({ library, mounts }: Extract<GdalRequest, { verb: 'start' }>): Promise<null> {
  // The library finds its files only relative to the working directory.
  process.chdir(join(dirname(library), 'dist', 'package'));
  // Emscripten asks `process.binding` for these constants, which the sandbox forbids.
  Object.assign(process, { binding: () => ({ fs: constants }) });
  const initialise = createRequire(import.meta.url)(library) as (options: object) => Promise<Gdal>;
  const log = (line: string) => messages.add(line);
  gdal = await initialise({ path: '.', env: settings, logHandler: log, errorHandler: log });
  const { FS, NODEFS } = gdal.Module;
  for (const { real, virtual } of mounts) {
    FS.mkdirTree(virtual);
    FS.mount(NODEFS, { root: real }, virtual);
  }
  return null;
}

function open(request: Extract<GdalRequest, { verb: 'open' }>): number {
  return withStrings([request.driver], (drivers) =>
    withStrings(request.options, (options) =>
      call('GDALOpenEx', [request.path, OPEN_VECTOR_VERBOSE, drivers, options, 0]),
    ),
  );
}

function describe(request: Extract<GdalRequest, { verb: 'describe' }>): string {
  return withStrings(request.options, (list) => {
    const options = call('GDALVectorInfoOptionsNew', [list, 0]);
    const text = gdal.Module.ccall(
      'GDALVectorInfo',
      'string',
      ['number', 'number'],
      [request.dataset, options],
    );
    call('GDALVectorInfoOptionsFree', [options]);
    return text as string;
  });
}

function translate({ source, target, options }: Extract<GdalRequest, { verb: 'translate' }>): number {
  const { Module } = gdal;
  return withStrings(options, (list) => {
    const parsed = call('GDALVectorTranslateOptionsNew', [list, 0]);
    if (parsed === 0) return 0;
    const sources = Module._malloc(4);
    Module.setValue(sources, source, '*');
    const [path, dataset] = typeof target === 'string' ? [target, 0] : [null, target];
    const result = call('GDALVectorTranslate', [path, dataset, 1, sources, parsed, 0]);
    call('GDALVectorTranslateOptionsFree', [parsed]);
    Module._free(sources);
    return result;
  });
}

/** Calls a C function that gives a pointer or nothing; strings (and null for a missing string) are copied in. */
function call(name: string, values: readonly (number | string | null)[]): number {
  const types = values.map((value) => (typeof value === 'number' ? 'number' : 'string'));
  return (gdal.Module.ccall(name, 'number', types, values) as number | undefined) ?? 0;
}

/** Lends `use` a null-terminated array of C strings. */
function withStrings<T>(strings: readonly string[], use: (list: number) => T): T {
  const { Module } = gdal;
  const pointers = strings.map((text) => {
    const size = Module.lengthBytesUTF8(text) + 1;
    const pointer = Module._malloc(size);
    Module.stringToUTF8(text, pointer, size);
    return pointer;
  });
  const list = Module._malloc((pointers.length + 1) * 4);
  [...pointers, 0].forEach((pointer, i) => {
    Module.setValue(list + i * 4, pointer, '*');
  });
  try {
    return use(list);
  } finally {
    for (const pointer of [...pointers, list]) Module._free(pointer);
  }
}

async function perform(request: GdalRequest): Promise<GdalReply['result']> {
  switch (request.verb) {
    case 'start':
      return start(request);
    case 'open':
      return open(request);
    case 'describe':
      return describe(request);
    case 'translate':
      return translate(request);
    case 'close':
      call('GDALClose', [request.dataset]);
      return null;
  }
}

process.on('message', async (request: GdalRequest) => {
  const result = await perform(request);
  process.send!({ result, messages: messages.take() } satisfies GdalReply);
});
process.on('disconnect', () => process.exit());
