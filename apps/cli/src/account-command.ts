import { hostname, userInfo } from 'node:os';
import { firstAdministrator, openDatabase, StoreError, type StorePlace } from '@tuheng/store';
import { parse } from './arguments.ts';
import { placeOf, placeOptions } from './store-place.ts';
import { UsageError } from './usage.ts';

const DEFAULT_ORIGIN = 'http://127.0.0.1:8080';

/** Runs `tuheng account first-link` and returns its exit code. */
export async function accountCommand(args: readonly string[]): Promise<number> {
  const [task, ...rest] = args;
  if (task !== 'first-link') {
    throw new UsageError(`account 后面要写 first-link，收到的是 ${task ?? '空'}。用法见 tuheng --help。`);
  }
  const { values } = parse({
    args: rest,
    options: { ...placeOptions, origin: { type: 'string', default: DEFAULT_ORIGIN } },
  });
  const origin = originOf(values.origin);
  const { secret, expiresAt } = await firstLink(placeOf(values));
  // Behind the #: it stays in the browser and out of the logs of servers and proxies.
  process.stdout.write(`${origin}/setup#${secret}\n`);
  process.stderr.write(
    `请在 ${new Date(expiresAt).toLocaleString('zh-CN')} 以前打开链接设置管理员，链接只能用一次。\n`,
  );
  return 0;
}

async function firstLink(
  place: StorePlace,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const database = await openDatabase(place);
  try {
    const link = await firstAdministrator(database, { name: userInfo().username, origin: hostname() });
    if (!link) throw new StoreError('store.has-accounts', '首次设置');
    return link;
  } finally {
    await database.close();
  }
}

/** A web address without its last slash. @throws UsageError */
function originOf(value: string): string {
  const url = URL.parse(value);
  if ((url?.protocol !== 'http:' && url?.protocol !== 'https:') || url.search !== '' || url.hash !== '')
    throw new UsageError(`--origin 要写成网址（如 https://plan.example.cn），收到的是 ${value}。`);
  return url.href.replace(/\/$/, '');
}
