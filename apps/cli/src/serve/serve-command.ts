import { join } from 'node:path';
import { defaultSettings, type ServerSettings } from '@tuheng/server';
import { type Database, openDatabase } from '@tuheng/store';
import { makeDemonstration } from '../demo-files.ts';
import { Progress } from '../progress.ts';
import { demoAccounts, demoPassword, isDemonstration } from './demo-accounts.ts';
import { keepServing } from './keep-serving.ts';
import { loadDemonstration, type MakeFiles } from './load-demonstration.ts';
import { readOidcFile } from './oidc-file.ts';
import { isLoopback, type ServeArguments } from './serve-arguments.ts';
import { ServeError } from './serve-error.ts';
import { readTlsFiles } from './tls-files.ts';

/**
 * Runs `tuheng serve`: the services on a store, until it is told to stop (SIGTERM, SIGINT), and returns its exit code.
 *
 * @param makeFiles makes those of the demonstration
 * @throws ServeError, StoreError
 */
export async function serveCommand(args: ServeArguments, makeFiles = filesOf(args)): Promise<number> {
  const { tlsFiles, oidcFile, basemap, host, port, trustedProxies, folder, memoryBytes } = args;
  const tell = (line: string): void => {
    if (!args.quiet) process.stderr.write(`${line}\n`);
  };
  const tls = tlsFiles && (await readTlsFiles(tlsFiles.key, tlsFiles.certificate));
  const oidc = oidcFile === undefined ? undefined : await readOidcFile(oidcFile);
  const settings: ServerSettings = {
    ...defaultSettings,
    host,
    port,
    trustedProxies,
    folder,
    memoryBytes,
    logLevel: args.quiet || args.demo ? 'error' : 'info',
    ...(tls && { tls }),
    ...(oidc && { oidc }),
    ...(basemap && { basemap }),
  };
  if (args.demo) refuseExposed(args);
  if (!isLoopback(host) && !tls && trustedProxies.length === 0)
    process.stderr.write(
      `注意：${host} 上的其他机器能连到这里，而密码和会话不加密。请用 --tls-key、--tls-cert 加密，或只监听 127.0.0.1、由反向代理加密（docs/deployment.md）。\n`,
    );
  const database = await openDatabase(args.place);
  try {
    if (args.demo) await load(database, makeFiles, args);
    else if (await isDemonstration(database)) refuseExposed(args);
    if (await isDemonstration(database)) tell(accountWords);
    await keepServing(database, settings, {
      works: args.works,
      tell,
      ...(args.origin !== undefined && { origin: args.origin }),
    });
  } finally {
    await database.close();
  }
  return 0;
}

/** The files of the demonstration, made beside the server's own. */
function filesOf({ folder, parcels }: ServeArguments): MakeFiles {
  return (tell) => makeDemonstration(join(folder, '演示县'), parcels, tell);
}

async function load(database: Database, make: MakeFiles, { quiet }: ServeArguments): Promise<void> {
  const progress = new Progress(quiet);
  await loadDemonstration(database, make, progress.stage.bind(progress));
  progress.end();
}

/** Everybody knows the passwords of a demonstration. @throws ServeError cli.demo-exposed */
function refuseExposed({ host, trustedProxies }: Pick<ServeArguments, 'host' | 'trustedProxies'>): void {
  if (isLoopback(host) && trustedProxies.length === 0) return;
  throw new ServeError(
    'demo-exposed',
    '演示账号的密码人人知道，演示只能在本机用。请去掉 --host 和 --trust-proxy；正式使用请另建数据文件夹，不用 --demo。',
  );
}

/** The accounts of a demonstration, for people. */
const accountWords = `演示县（虚构）的账号，密码都是 ${demoPassword}，只供试用：
${Object.entries(demoAccounts)
  .map(([name, { title }]) => `  ${name}　${title}`)
  .join('\n')}`;
