/** Bytes of a name in UTF-8; file systems allow 255. */
const LONGEST = 240;

/**
 * What a client calls a file, as a name that is safe in any folder of any system; undefined where nothing of it is left. The ending stays, and what
 * readers take from the name (adcode, region).
 */
export function fileName(given: string): string | undefined {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last
    .replaceAll(/[\p{C}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  if (clean === '') return undefined;
  const [, stem = '', ending = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,10}){0,2})$/s.exec(clean) ?? [];
  let kept = '';
  for (const character of stem) {
    if (Buffer.byteLength(kept + character + ending) > LONGEST) break;
    kept += character;
  }
  return (kept + ending).replace(/[.\s]+$/, '');
}
