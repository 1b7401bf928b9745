/** Letters and digits that a name keeps, the ending besides: 80 Chinese characters take 240 of the 255 bytes that file systems allow. */
const LONGEST = 80;

/**
 * What a client calls a file, as a name that is safe in any folder of any system; undefined where nothing of it is left. The ending stays, and what
 * readers take from the name (adcode, region).
 */
export function fileName(given: string): string | undefined {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last
    .replaceAll(/[\p{C}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  if (clean === '') return undefined;
  const [, stem = '', ending = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,10}){0,2})$/s.exec(clean) ?? [];
  return [...(stem || '_')].slice(0, LONGEST - ending.length).join('') + ending;
}
