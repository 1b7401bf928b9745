import {
  type Database,
  type FirstAdministratorLink,
  firstAdministrator,
  openDatabase,
  recoverAdministrator,
  StoreError,
  type StorePlace,
} from '@tuheng/store';
import { firstLinkAt, originOf, recoveryLinkAt, untilWords } from './account-links.ts';
import { parse } from './arguments.ts';
import { placeOf, placeOptions, shellActor } from './store-place.ts';
import { UsageError } from './usage.ts';

const DEFAULT_ORIGIN = 'http://127.0.0.1:8080';

/** Runs `tuheng account` and returns its exit code. */
export async function accountCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      origin: { type: 'string', default: DEFAULT_ORIGIN },
      reason: { type: 'string', default: '' },
    },
  });
  const [task, name, ...more] = positionals;
  const origin = originOf(values.origin);
  const place = placeOf(values);
  if (task === 'first-link' && name === undefined) {
    const { secret, expiresAt } = await withStore(place, false, firstLink);
    tellLink(firstLinkAt(origin, secret), expiresAt, '设置管理员');
  } else if (task === 'recover' && name !== undefined && more.length === 0) {
    const { secret, expiresAt } = await withStore(place, true, (database) =>
      recoverAdministrator(database, shellActor(), { account: name, reason: values.reason }),
    );
    tellLink(recoveryLinkAt(origin, secret), expiresAt, '重设密码');
  } else {
    const got = positionals.join(' ') || '空';
    throw new UsageError(
      `account 后面要写 first-link 或 recover 账号，收到的是 ${got}。用法见 tuheng --help。`,
    );
  }
  return 0;
}

function tellLink(link: string, expiresAt: string, what: string): void {
  process.stdout.write(`${link}\n`);
  process.stderr.write(`请在 ${untilWords(expiresAt)} 以前打开链接${what}，链接只能用一次。\n`);
}

async function firstLink(database: Database): Promise<FirstAdministratorLink> {
  const link = await firstAdministrator(database, shellActor());
  if (!link) throw new StoreError('store.has-accounts', '首次设置');
  return link;
}

async function withStore<T>(
  place: StorePlace,
  mustExist: boolean,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place, { mustExist });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
