/**
 * Runs every check and every test, in the order in which they tell most for their time, and stops at the first that fails.
 * `--slow` runs the slow tests instead. Debian packages that some tests use as peers (GDAL, Chromium, PostgreSQL, nginx) are installed where
 * that is possible (root on Debian with apt-get); otherwise those tests skip themselves by name with the reason.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const slow = process.argv.includes('--slow');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const peers = [
  { command: 'ogrinfo', packages: ['gdal-bin'] },
  { command: 'chromium', packages: ['chromium', 'fonts-noto-cjk'] },
  { command: 'pg_lsclusters', packages: ['postgresql'] },
  { command: 'nginx', packages: ['nginx-light'] },
];

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

function installPeers() {
  const missing = peers.filter(({ command }) => !has(command)).flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !has('apt-get') || !existsSync('/etc/debian_version')) {
    console.log(
      `not installed and not installable here: ${missing.join(', ')}; the tests that need them are skipped`,
    );
    return;
  }
  console.log(`installing ${missing.join(', ')} …`);
  // At run level 1 the packages of PostgreSQL and nginx start no server of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    const result = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (result.status !== 0) {
      console.log(`apt-get ${args[0]} failed; the tests that need ${missing.join(', ')} are skipped`);
      return;
    }
  }
}

const steps = slow
  ? [['slow tests', 'vitest', ['run'], { TUHENG_SLOW: '1' }]]
  : [
      ['types', 'tsc', ['--noEmit']],
      ['types of the workspace', 'tsc', ['--noEmit', '-p', 'apps/web']],
      ['format and lint', 'biome', ['check', '.']],
      ['layers', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'bench']],
      ['unused code', 'knip', []],
      ['tests', 'vitest', ['run']],
    ];

installPeers();
spawnSync(process.execPath, [join(root, 'scripts', 'build-web.mjs')], { stdio: 'inherit' });
for (const [title, command, args, env] of steps) {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const result = spawnSync(bin(command), args, {
    cwd: root,
    stdio: 'inherit',
    // Compiled code of the many programs that tests run is kept.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env, ...env },
  });
  if (result.status !== 0) {
    console.log(`── ${title}: failed`);
    process.exit(result.status ?? 1);
  }
  console.log(`── ${title}: ok, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
