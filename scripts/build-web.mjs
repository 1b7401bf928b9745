/**
 * Builds the workspace (apps/web) into apps/web/dist, where the server finds it, with every file compressed beside itself. Does nothing where it is
 * newer than all that it is made from. Run by `npm run build`, and by `npm run demo`, `npm test` and `npm run bench` before they need it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'apps', 'web');
const dist = join(web, 'dist');
const built = join(dist, 'index.html.gz');

/** What is made from it: its source, the packages that run in the browser, and the versions of the libraries. */
const sources = [
  ...['src', 'public', 'index.html', 'vite.config.ts'].map((name) => join(web, name)),
  ...['geometry', 'inspection', 'maintenance', 'standard', 'tiles'].map((name) =>
    join(root, 'packages', name, 'src'),
  ),
  join(root, 'package-lock.json'),
];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) process.exit(0);

const started = Date.now();
console.error('正在生成网页 / building the workspace …');
const result = spawnSync(join(root, 'node_modules', '.bin', 'vite'), ['build', '--logLevel', 'warn'], {
  cwd: web,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (result.status !== 0) process.exit(result.status ?? 1);

const compressible = new Set(['.html', '.js', '.mjs', '.css', '.svg', '.json', '.wasm', '.webmanifest']);
for (const path of files(dist)) {
  if (!compressible.has(extname(path)) || path === join(dist, 'index.html')) continue;
  const bytes = readFileSync(path);
  // Level 9 of 11: the last two take ten times as long for two per cent.
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
// The last one: where it is there, all are.
const index = readFileSync(join(dist, 'index.html'));
writeFileSync(join(dist, 'index.html.br'), brotliCompressSync(index));
writeFileSync(built, gzipSync(index, { level: 9 }));
console.error(`网页已就绪 / ready, ${((Date.now() - started) / 1000).toFixed(0)} s`);
