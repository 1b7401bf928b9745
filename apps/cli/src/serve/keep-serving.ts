import { type JobWork, type RunningServer, type ServerSettings, startServer } from '@tuheng/server';
import { type Database, firstAdministrator } from '@tuheng/store';
import { firstLinkAt, untilWords } from '../account-links.ts';
import { startMaintenance } from '../maintenance.ts';
import { shellActor } from '../store-place.ts';
import { isForPeople, toldHandlers } from '../worker-command.ts';
import { listenFault } from './serve-error.ts';
import { StopSignals } from './stop-signals.ts';

/** Seconds that requests and jobs under way have to end; then requests are cut off and jobs given back to the queue. */
const GRACE = 20;

export interface ServingOptions {
  /** Does the queued jobs too. */
  readonly works: boolean;
  /** Where people find the server, if not at the address it listens on. */
  readonly origin?: string;
  /** Says a line to the person who started it. */
  readonly tell: (line: string) => void;
}

/**
 * Serves a database until it is told to stop. Writes one line to standard output, `ready http://…`, when it can answer. While there is no account,
 * the link that makes the first administrator goes to standard error.
 *
 * @throws ServeError where the address cannot be listened on
 */
export async function keepServing(
  database: Database,
  settings: ServerSettings,
  { works, origin, tell }: ServingOptions,
): Promise<void> {
  const signals = new StopSignals();
  try {
    const work = works ? { handlers: toldHandlers(database, tell), isFinal: isForPeople } : undefined;
    const running = await start(database, settings, work);
    const maintenance = startMaintenance(database, shellActor(), tell);
    const link = await firstAdministrator(database, shellActor());
    if (link)
      process.stderr.write(
        `还没有账号。请在 ${untilWords(link.expiresAt)} 以前打开这个链接设置管理员，只能用一次：\n${firstLinkAt(origin ?? running.address, link.secret)}\n`,
      );
    process.stdout.write(`ready ${running.address}\n`);
    tell('按 Ctrl+C 结束');
    await signals.asked;
    tell('正在结束，等待进行中的请求和任务；再按一次 Ctrl+C 立即结束');
    await maintenance.stop();
    await running.stop(GRACE);
  } finally {
    signals.release();
  }
}

async function start(
  database: Database,
  settings: ServerSettings,
  work: JobWork | undefined,
): Promise<RunningServer> {
  try {
    return await startServer(database, settings, work);
  } catch (error) {
    throw listenFault(error, settings);
  }
}
