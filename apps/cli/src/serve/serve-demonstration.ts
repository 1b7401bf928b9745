import { join } from 'node:path';
import { defaultSettings } from '@tuheng/server';
import type { DemoArguments } from '../arguments.ts';
import type { DemonstrationFiles } from './load-demonstration.ts';
import { ownFolderOf, type ServeArguments } from './serve-arguments.ts';
import { serveCommand } from './serve-command.ts';
import { ServeError } from './serve-error.ts';

/** Publishes a demonstration county from its files and serves it until told to stop. Returns the exit code. */
export async function serveDemonstration(
  files: DemonstrationFiles,
  { out, seed, parcels, port, quiet }: DemoArguments,
): Promise<number> {
  // Another county is another database: what was tried out in this one stays.
  const place = { folder: join(out, `规划库-${seed}-${parcels}`) };
  const args: ServeArguments = {
    place,
    folder: ownFolderOf(place),
    host: defaultSettings.host,
    port: port ?? defaultSettings.port,
    trustedProxies: [],
    memoryBytes: defaultSettings.memoryBytes,
    works: true,
    demo: true,
    parcels,
    quiet,
  };
  const serve = (one: ServeArguments): Promise<number> => serveCommand(one, async () => files);
  try {
    return await serve(args);
  } catch (error) {
    const isTaken = error instanceof ServeError && error.code === 'cli.port-in-use';
    if (port !== undefined || !isTaken) throw error;
    return serve({ ...args, port: 0 });
  }
}
