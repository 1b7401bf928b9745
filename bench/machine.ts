import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';

/** Versions of the database peer. */
export interface PostgisVersions {
  readonly postgres: string;
  readonly postgis: string;
  readonly geos: string;
}

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly os: string;
  readonly node: string;
  readonly geosWasm: string;
  readonly postgres?: string;
  readonly postgis?: string;
  readonly postgisGeos?: string;
}

export function describeMachine(versions?: PostgisVersions): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    os: `${distribution()} (${type()} ${release()})`,
    node: process.versions.node,
    geosWasm: geosWasmVersion(),
    ...(versions
      ? { postgres: versions.postgres, postgis: versions.postgis, postgisGeos: versions.geos }
      : {}),
  };
}

function distribution(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))![1]!;
  } catch {
    return type();
  }
}

/** Its package.json is not among its exports: it lies above the entry point. */
function geosWasmVersion(): string {
  const entry = createRequire(import.meta.url).resolve('geos-wasm');
  const manifest = readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8');
  const { version, GEOS_VERSION } = JSON.parse(manifest) as { version: string; GEOS_VERSION: string };
  return `${version} (GEOS ${GEOS_VERSION})`;
}
