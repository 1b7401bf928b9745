/** Bit 11 of a zip entry's flags: the name is UTF-8. */
const UTF8_FLAG = 0x800;

/**
 * The name of a zip entry. Chinese Windows writes names in GBK without saying so; other systems often write UTF-8 without the
 * flag. GBK text is practically never valid UTF-8, so the strict decoder decides.
 */
export function decodeEntryName(raw: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder(flags & UTF8_FLAG ? 'utf-8' : 'gbk').decode(raw);
  }
}

/** Why an entry's name or kind must not be unpacked, in Chinese; undefined where it may. */
export function entryDanger(name: string, unixMode: number): string | undefined {
  const type = unixMode & 0o170000;
  if (type === 0o120000) return '符号链接';
  if (type !== 0 && type !== 0o100000 && type !== 0o040000) return '特殊文件';
  if (name.startsWith('/')) return '绝对路径';
  if (/^[A-Za-z]:/.test(name)) return '带盘符的路径';
  if (name.includes('\\')) return '含反斜杠的路径';
  if (name.split('/').includes('..')) return '含 .. 的路径';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with control characters is what we look for
  if (name === '' || /[\u0000-\u001f:]/.test(name)) return '含非法字符的文件名';
  return undefined;
}
