import { firstAdministrator, openDatabase, StoreError, type StorePlace } from '@tuheng/store';
import { parse } from './arguments.ts';
import { firstLinkAt, originOf, untilWords } from './first-link.ts';
import { placeOf, placeOptions, shellActor } from './store-place.ts';
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
  process.stdout.write(`${firstLinkAt(origin, secret)}\n`);
  process.stderr.write(`请在 ${untilWords(expiresAt)} 以前打开链接设置管理员，链接只能用一次。\n`);
  return 0;
}

async function firstLink(
  place: StorePlace,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const database = await openDatabase(place);
  try {
    const link = await firstAdministrator(database, shellActor());
    if (!link) throw new StoreError('store.has-accounts', '首次设置');
    return link;
  } finally {
    await database.close();
  }
}
