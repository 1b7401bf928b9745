import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises';

/** Things that are read in pages: one a line as JSON, and beside them an index with what they are asked for by. */
export interface LineIndex<K extends string> {
  /** Where each line ends, bytes. */
  readonly ends: readonly number[];
  /** Of each key the different values, and for every line which of them it has. */
  readonly keys: Readonly<Record<K, { readonly values: readonly string[]; readonly of: readonly number[] }>>;
}

export interface Line<K extends string> {
  readonly keys: Readonly<Record<K, string>>;
  readonly value: unknown;
}

const dataOf = (path: string): string => `${path}.ndjson`;
const indexOf = (path: string): string => `${path}.index.json`;

/** Bytes that are written at a time. */
const CHUNK = 1 << 20;

/** Writes lines; what is taken of them is not kept in memory. */
export async function writeLineFile<K extends string>(
  path: string,
  keys: readonly K[],
  lines: Iterable<Line<K>>,
): Promise<void> {
  const ends: number[] = [];
  const numbers = keys.map(() => new Map<string, number>());
  const of = keys.map((): number[] => []);
  const file = await open(dataOf(path), 'w');
  try {
    let waiting: Buffer[] = [];
    let size = 0;
    let end = 0;
    for (const line of lines) {
      const bytes = Buffer.from(`${JSON.stringify(line.value)}\n`);
      waiting.push(bytes);
      size += bytes.length;
      end += bytes.length;
      ends.push(end);
      for (const [k, key] of keys.entries()) {
        const known = numbers[k]!;
        const value = line.keys[key];
        if (!known.has(value)) known.set(value, known.size);
        of[k]!.push(known.get(value)!);
      }
      if (size < CHUNK) continue;
      await file.writeFile(Buffer.concat(waiting));
      waiting = [];
      size = 0;
    }
    await file.writeFile(Buffer.concat(waiting));
  } finally {
    await file.close();
  }
  const index = {
    ends,
    keys: Object.fromEntries(keys.map((key, k) => [key, { values: [...numbers[k]!.keys()], of: of[k]! }])),
  };
  await writeFile(indexOf(path), JSON.stringify(index));
}

export async function readLineIndex<K extends string>(path: string): Promise<LineIndex<K>> {
  return JSON.parse(await readFile(indexOf(path), 'utf8')) as LineIndex<K>;
}

/** Numbers of the lines that have all these values; what is absent does not matter. */
export function linesWith<K extends string>(
  { ends, keys }: LineIndex<K>,
  wanted: Readonly<Partial<Record<K, string | undefined>>>,
): number[] {
  const tests: { readonly of: readonly number[]; readonly number: number }[] = [];
  for (const [key, value] of Object.entries(wanted) as [K, string | undefined][])
    if (value !== undefined) tests.push({ of: keys[key].of, number: keys[key].values.indexOf(value) });
  const found: number[] = [];
  for (let line = 0; line < ends.length; line++)
    if (tests.every(({ of, number }) => of[line] === number)) found.push(line);
  return found;
}

/** Some lines as they were written, in the order of their numbers as given. */
export async function readLines(
  path: string,
  { ends }: Pick<LineIndex<never>, 'ends'>,
  numbers: readonly number[],
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const file = await open(dataOf(path));
  try {
    const lines: string[] = [];
    for (const number of numbers) lines.push(await readLine(file, ends, number));
    return lines;
  } finally {
    await file.close();
  }
}

async function readLine(file: FileHandle, ends: readonly number[], number: number): Promise<string> {
  const from = number === 0 ? 0 : ends[number - 1]!;
  // Without the end of the line.
  const length = ends[number]! - from - 1;
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString('utf8');
}
