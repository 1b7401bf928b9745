import { open, readFile } from 'node:fs/promises';

/** The encoding of a DBF's text, as GDAL's `ENCODING` option names it, and how it was found. */
export interface DbfEncoding {
  readonly encoding: 'UTF-8' | 'GBK' | 'BIG5';
  /** `declared`: the .cpg file or the header says so and the bytes agree; `ascii`: there is nothing to decode. */
  readonly by: 'declared' | 'ascii' | 'bytes' | 'guess';
  /** What the .cpg file or the header said, where the bytes prove it wrong. */
  readonly refuted?: string;
}

/** How much of a DBF is looked at, bytes. */
const SAMPLE = 8 * 1024 * 1024;
const HEADER = 32;

/**
 * Finds the encoding of a DBF. Chinese text in GBK is practically never valid UTF-8, so bytes that are valid UTF-8 decide
 * even against the .cpg file: desktop tools write one that is wrong. Western code pages cannot hold a plan's text and count
 * as nothing said.
 *
 * @param cpg path of the .cpg file, or undefined where there is none
 */
export async function sniffDbfEncoding(dbf: string, cpg: string | undefined): Promise<DbfEncoding> {
  const sample = await sampleOf(dbf);
  const said = cpg === undefined ? '' : (await readFile(cpg, 'latin1')).trim();
  const declared = said === '' ? codePage(sample[29] ?? 0) : encodingNamed(said);
  const texts = textsOf(sample).filter((text) => text.some((byte) => byte >= 0x80));
  if (texts.length === 0) return { encoding: declared ?? 'GBK', by: 'ascii' };
  const fits = (encoding: DbfEncoding['encoding']) => texts.every((text) => decodes(text, encoding));
  const encoding = (['UTF-8', declared, 'GBK'] as const).find((e) => e !== undefined && fits(e));
  if (encoding !== undefined && encoding === declared) return { encoding, by: 'declared' };
  const refuted = said !== '' || declared ? { refuted: said || declared! } : {};
  return encoding ? { encoding, by: 'bytes', ...refuted } : { encoding: 'GBK', by: 'guess', ...refuted };
}

function encodingNamed(name: string): DbfEncoding['encoding'] | undefined {
  const key = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (/^(UTF8|65001|CP65001)/.test(key)) return 'UTF-8';
  if (/^(GBK|GB2312|GB18030|936|CP936|ANSI936|EUCCN)/.test(key)) return 'GBK';
  if (/^(BIG5|950|CP950|ANSI950)/.test(key)) return 'BIG5';
  return undefined;
}

/** The language driver byte of the header. */
function codePage(byte: number): DbfEncoding['encoding'] | undefined {
  if (byte === 0x4d || byte === 0x7a) return 'GBK';
  if (byte === 0x4f || byte === 0x78) return 'BIG5';
  return undefined;
}

async function sampleOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(Math.min(SAMPLE, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The names of the fields and the values of the text fields. A truncated file gives what there is. */
function textsOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < HEADER) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const firstRecord = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const texts: Uint8Array[] = [];
  const fields: { readonly from: number; readonly to: number }[] = [];
  let from = 1;
  for (
    let at = HEADER;
    at + HEADER <= Math.min(firstRecord, bytes.length) && bytes[at] !== 0x0d;
    at += HEADER
  ) {
    const name = bytes.subarray(at, at + 11);
    texts.push(name.subarray(0, Math.max(0, name.indexOf(0))));
    const to = from + bytes[at + 16]!;
    if (bytes[at + 11] === 0x43) fields.push({ from, to });
    from = to;
  }
  if (recordLength === 0) return texts;
  for (let at = firstRecord; at + recordLength <= bytes.length; at += recordLength) {
    for (const field of fields) texts.push(bytes.subarray(at + field.from, at + field.to));
  }
  return texts;
}

/** A field may cut the last character in two, so a sequence that is incomplete at the end is none against the encoding. */
function decodes(text: Uint8Array, encoding: DbfEncoding['encoding']): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(text, { stream: true });
    return true;
  } catch {
    return false;
  }
}
