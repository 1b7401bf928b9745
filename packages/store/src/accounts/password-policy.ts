import { StoreError } from '../errors.ts';

/** Characters. */
const SHORTEST = 12;
/** Long enough for any phrase; a limit, so that nobody has megabytes hashed. */
const LONGEST = 256;
const LEAST_DIFFERENT = 5;
/** A name of two letters is in many a good password. */
const TELLING_NAME = 4;

/** Words that passwords are made of when nobody wants to think; alone, repeated, or with digits and signs around them they are no secret. */
const commonWords = new Set([
  'password',
  'passw',
  'passwd',
  'pass',
  'admin',
  'administrator',
  'root',
  'user',
  'test',
  'guest',
  'welcome',
  'letmein',
  'changeme',
  'iloveyou',
  'woaini',
  'monkey',
  'dragon',
  'superman',
  'qwert',
  'qwerty',
  'qwertyuiop',
  'tuheng',
  'guihua',
  'guotu',
  'ziranziyuan',
  'mima',
  '密码',
  '图衡',
  '管理员',
  '规划',
  '国土空间规划',
  '自然资源',
  '自然资源局',
]);

/** Rows, columns and zigzags of the keyboard, the alphabet and the digits. */
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
];

/**
 * Refuses passwords that are guessed first: short ones, the account's name, a common word in disguise, runs on the keyboard. No rules on kinds
 * of characters (NIST SP 800-63B, 5.1.1.2: length and a blocklist, no composition rules).
 *
 * @throws StoreError store.weak-password
 */
export function checkPassword(password: string, name: string): void {
  const why = weakness(password.normalize('NFKC').toLowerCase(), name);
  if (why !== undefined) throw new StoreError('store.weak-password', '密码', { detail: why });
}

function weakness(password: string, name: string): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return `只有 ${length} 个字符`;
  if (length > LONGEST) return `有 ${length} 个字符`;
  if (new Set(password).size < LEAST_DIFFERENT) return `不同的字符不到 ${LEAST_DIFFERENT} 个`;
  if (name.length >= TELLING_NAME && password.includes(name)) return '含有账号名';
  if (isCommonWord(password)) return '是常见的密码';
  if (isRun(password)) return '是键盘或字母、数字的顺序';
  return undefined;
}

/** Digits and signs are taken for the letters they stand for, or for nothing; what is left is one word, once or several times. */
function isCommonWord(password: string): boolean {
  const core = password.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  return [password, core, asLetters(password), asLetters(core)].some((text) =>
    commonWords.has(unrepeated(text.replaceAll(/[^\p{L}]/gu, ''))),
  );
}

/** `p@ssw0rd` → `password`. */
function asLetters(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '5': 's',
    $: 's',
  };
  return text.replaceAll(/[@0135$]/g, (sign) => letters[sign]!);
}

/** What a text repeats, the last time perhaps not to its end: `adminadmin` → `admin`. */
function unrepeated(text: string): string {
  for (let period = 1; period < text.length; period++) {
    if (text.startsWith(text.slice(period))) return text.slice(0, period);
  }
  return text;
}

/** A piece of a run, forwards or backwards, perhaps begun anew. */
function isRun(password: string): boolean {
  const once = unrepeated(password);
  const backwards = [...once].reverse().join('');
  return runs.some((run) => run.includes(once) || run.includes(backwards));
}
