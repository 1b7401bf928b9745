import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { StoreError } from '../errors.ts';
import { type LedgerRow, ledgerSchema, lineOf } from './ledger-row.ts';
import { isSealDocument, type SealDocument } from './seal.ts';

/** An exported ledger. */
export interface LedgerFile {
  /** How far its chains went when it was exported. */
  readonly seal: SealDocument;
  /** Its rows, to be read once; undefined for a line that is not as the export writes it. */
  readonly rows: AsyncIterable<unknown>;
}

/**
 * Opens an exported ledger; it is closed when its rows are read to the end.
 *
 * @throws StoreError store.not-a-ledger
 */
export async function openLedgerFile(path: string): Promise<LedgerFile> {
  const name = basename(path);
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (cause) {
    throw new StoreError('store.not-a-ledger', name, { detail: (cause as Error).message, cause });
  }
  try {
    const lines = linesOf(file.createReadStream({ encoding: 'utf8' }));
    const { value: first } = await lines.next();
    return { seal: sealOf(first, name), rows: rowsOf(lines) };
  } catch (cause) {
    await file.close();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('store.not-a-ledger', name, { detail: (cause as Error).message, cause });
  }
}

function sealOf(line: unknown, name: string): SealDocument {
  const header = (typeof line === 'string' ? jsonOf(line) : undefined) as
    | { schema?: unknown; seal?: unknown }
    | null
    | undefined;
  if (header?.schema !== ledgerSchema || !isSealDocument(header.seal))
    throw new StoreError('store.not-a-ledger', name);
  return header.seal;
}

/** Lines as the export ends them: readline would also end one at U+2028, which JSON leaves as it is. Those of Windows are taken, too. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of lines) yield rowOf(line);
}

/** What is not hashed must not be there either: a line has to be letter for letter what the row is written as. */
function rowOf(line: string): unknown {
  const value = jsonOf(line);
  if (typeof value !== 'object' || value === null) return undefined;
  return lineOf(value as LedgerRow) === line ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
