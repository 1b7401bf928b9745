/** Letters and digits that nobody takes for one another on paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 16;

/**
 * A password to be handed over: about 92 bits, in groups of four.
 *
 * @param random fills an array with random bytes
 */
export function newPassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  let letters = '';
  const bytes = new Uint8Array(new ArrayBuffer(64));
  while (letters.length < LENGTH) {
    random(bytes);
    for (const byte of bytes) {
      // Bytes past the last whole run of letters would make the first letters likelier.
      if (byte < 256 - (256 % LETTERS.length) && letters.length < LENGTH)
        letters += LETTERS[byte % LETTERS.length];
    }
  }
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}
