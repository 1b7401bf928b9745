/** Text that was read in another encoding than it was written in, and what was meant. */
export interface Garbled {
  readonly cause: 'text.gbk-as-latin1' | 'text.utf8-as-latin1' | 'text.utf8-as-gbk';
  readonly meant: string;
}

const HAN = /\p{Script=Han}/gu;
const gbk = new TextDecoder('gbk', { fatal: true });
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Whether a text is Chinese in the wrong encoding. Latin-1: all its characters are bytes (Windows' own for 0x80–0x9F included) that as
 * UTF-8 or GBK are Chinese; one degree sign before a letter is not enough, so two bytes above 0xA0 in a row are asked for. UTF-8 read as
 * GBK: the text's GBK bytes are UTF-8 with at least two Chinese characters and nothing beside them but ASCII.
 */
export function garbled(text: string): Garbled | undefined {
  if (!/[^\0-\u007f]/.test(text)) return undefined;
  const latin = latinBytes(text);
  if (latin) return fromLatin(latin);
  const bytes = gbkBytes(text);
  const meant = bytes && decodedStart(bytes);
  return meant !== undefined && hanIn(meant) >= 2 && isPlain(meant)
    ? { cause: 'text.utf8-as-gbk', meant }
    : undefined;
}

function fromLatin(bytes: Uint8Array): Garbled | undefined {
  const asUtf8 = decoded(utf8, bytes);
  if (asUtf8 !== undefined && hanIn(asUtf8) > 0) return { cause: 'text.utf8-as-latin1', meant: asUtf8 };
  const hasPair = bytes.some((byte, i) => byte > 0xa0 && (bytes[i + 1] ?? 0) > 0xa0);
  const asGbk = hasPair ? decoded(gbk, bytes) : undefined;
  return asGbk !== undefined && hanIn(asGbk) > 0 ? { cause: 'text.gbk-as-latin1', meant: asGbk } : undefined;
}

/** The bytes that a Latin-1 reader took for this text; undefined where it has other characters. */
function latinBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const byte = unit <= 0xff ? unit : windowsBytes().get(unit);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** The bytes that a GBK reader took for this text; undefined where it has characters that GBK has not. */
function gbkBytes(text: string): Uint8Array | undefined {
  const table = gbkPairs();
  const bytes = new Uint8Array(2 * text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[n++] = unit;
      continue;
    }
    const pair = table.get(unit);
    // A reader puts this where the last byte had no partner.
    if (pair === undefined && unit === 0xfffd && i === text.length - 1) break;
    if (pair === undefined) return undefined;
    bytes[n++] = pair >> 8;
    bytes[n++] = pair & 0xff;
  }
  return bytes.subarray(0, n);
}

/** As UTF-8, a last character that was cut off (and shows as `?`) left out. */
function decodedStart(bytes: Uint8Array): string | undefined {
  const whole = decoded(utf8, bytes);
  if (whole !== undefined) return whole;
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const start = decoded(utf8, bytes.subarray(0, bytes.length - cut));
    if (start !== undefined) return start;
  }
  return undefined;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const hanIn = (text: string): number => text.match(HAN)?.length ?? 0;

/** Chinese with its punctuation and ASCII. */
const isPlain = (text: string): boolean =>
  /^[\0-\u007f\p{Script=Han}\u3000-\u303f\uff00-\uffef]*$/u.test(text);

let windows: Map<number, number> | undefined;

/** Characters of Windows-1252 beyond Latin-1, to their bytes. */
function windowsBytes(): ReadonlyMap<number, number> {
  if (windows) return windows;
  const decoder = new TextDecoder('windows-1252');
  windows = new Map();
  for (let byte = 0x80; byte < 0xa0; byte++) {
    windows.set(decoder.decode(Uint8Array.of(byte)).charCodeAt(0), byte);
  }
  return windows;
}

let pairs: Map<number, number> | undefined;

/** Characters of GBK to their two bytes. */
function gbkPairs(): ReadonlyMap<number, number> {
  if (pairs) return pairs;
  pairs = new Map();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = second === 0x7f ? undefined : decoded(gbk, Uint8Array.of(first, second));
      if (character?.length === 1) pairs.set(character.charCodeAt(0), (first << 8) | second);
    }
  }
  return pairs;
}
