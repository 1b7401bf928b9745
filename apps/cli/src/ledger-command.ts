import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  type Database,
  exportLedger,
  type LedgerVerification,
  openDatabase,
  openLedgerFile,
  parseSeal,
  readLedger,
  type SealDocument,
  StoreError,
  type StorePlace,
  sealsOf,
  verifyLedger,
} from '@tuheng/store';
import { parse } from './arguments.ts';
import { refuseUnwritable, writingTo } from './output-folder.ts';
import { placeOf, placeOptions } from './store-place.ts';
import { terminalTable } from './terminal-table.ts';
import { UsageError } from './usage.ts';
import { writeLines } from './write-lines.ts';

/** The ledger is sound; it was tampered with. */
const exitCodes = { sound: 0, broken: 1 } as const;

/** Runs `tuheng ledger verify | export | seal` and returns its exit code. */
export async function ledgerCommand(args: readonly string[]): Promise<number> {
  const [task, ...rest] = args;
  switch (task) {
    case 'verify':
      return verify(rest);
    case 'export':
      return write(rest, '台账', exportLedger);
    case 'seal':
      return write(rest, '封存文件', sealLines);
    default:
      throw new UsageError(
        `ledger 后面要写 verify、export 或 seal，收到的是 ${task ?? '空'}。用法见 tuheng --help。`,
      );
  }
}

async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      seal: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  const place = placeOf(values);
  const placeGiven = values.data !== undefined || values['database-url'] !== undefined;
  if (more.length > 0 || (file !== undefined && placeGiven))
    throw new UsageError('ledger verify 只能核验一处：一个导出的文件，或库中的台账。用法见 tuheng --help。');
  const seals = await Promise.all(values.seal.map(readSeal));
  const verification = file === undefined ? await verifyStore(place, seals) : await verifyFile(file, seals);
  process.stdout.write(values.json ? `${JSON.stringify(verification, null, 1)}\n` : summary(verification));
  return verification.sound ? exitCodes.sound : exitCodes.broken;
}

async function readSeal(path: string): Promise<SealDocument> {
  const name = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new StoreError('store.not-a-seal', name, { detail: (cause as Error).message, cause });
  }
  return parseSeal(text, name);
}

async function verifyFile(path: string, seals: readonly SealDocument[]): Promise<LedgerVerification> {
  const { seal, rows } = await openLedgerFile(path);
  return verifyLedger(rows, [seal, ...seals]);
}

function verifyStore(place: StorePlace, seals: readonly SealDocument[]): Promise<LedgerVerification> {
  return withStore(place, (database) =>
    database.transaction((tx) => verifyLedger(readLedger(tx), seals), 'repeatable read'),
  );
}

/** Works on a store that is there. */
async function withStore<T>(place: StorePlace, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place, { mustExist: true });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function* sealLines(...[session]: Parameters<typeof sealsOf>): AsyncGenerator<string> {
  yield JSON.stringify(await sealsOf(session), null, 1);
}

/** Writes what `linesOf` says of one moment to the file of `--out`. */
async function write(args: readonly string[], what: string, linesOf: typeof sealLines): Promise<number> {
  const { values } = parse({ args: [...args], options: { ...placeOptions, out: { type: 'string' } } });
  const { out } = values;
  if (!out) throw new UsageError('ledger 缺少 --out。用法见 tuheng --help。');
  await refuseUnwritable(dirname(out));
  await withStore(placeOf(values), (database) =>
    database.transaction((tx) => writingTo(out, () => writeLines(out, linesOf(tx))), 'repeatable read'),
  );
  process.stdout.write(`${what}　${out}\n`);
  return exitCodes.sound;
}

function summary({ sound, rows, chains, breaks }: LedgerVerification): string {
  const table = terminalTable(
    ['链', '行数', '封存到', '结论', '末行哈希'],
    chains.map((chain) => [
      printable(chain.scope),
      String(chain.rows),
      chain.sealedTo === 0 ? '—' : String(chain.sealedTo),
      chain.sound ? '完好' : '断开',
      chain.head?.slice(0, 16) ?? '—',
    ]),
    [1, 2],
  );
  const verdict = sound
    ? `✓ 台账完好：${chains.length} 条链，共 ${rows} 行`
    : `✗ 台账被改动过：${breaks.length} 处`;
  return `${[...table, '', verdict, ...breaks.map(({ message }) => `  ${message}`)].join('\n')}\n`;
}

/** Names come from a file that anybody may have written: nothing in them may steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd');
}
