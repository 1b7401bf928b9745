/**
 * Brings a clone to life: installs the dependencies when they are missing or older than the lock file, and with them Node 24
 * (the `node-*` packages carry the binary). Plain JavaScript, because it has to run on the host's Node (≥ 20.20) before
 * anything is installed. Run by `npm run demo`, `npm test` and the others; does nothing when nothing is to be done.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (major < 20 || (major === 20 && minor < 20)) {
  fail(`Node ${process.versions.node} is too old: Tuheng needs Node 20.20 or newer to set itself up.`);
}

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
if (!existsSync(installed) || statSync(lock).mtimeMs > statSync(installed).mtimeMs) {
  const started = Date.now();
  console.error('正在安装依赖（含 Node 24）… / installing dependencies, Node 24 among them …');
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(command, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0)
    fail('npm ci failed: is the npm registry reachable? Then run the same command again.');
  console.error(`依赖已就绪 / ready, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

const brought = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
if (major < 24 && !existsSync(brought)) {
  fail(
    `Tuheng runs on Node 24. This host has ${process.versions.node}, and the registry has no Node 24 package for ` +
      `${process.platform}-${process.arch}: please install Node 24 and run the same command again.`,
  );
}
