import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, needsRehash } from './password.ts';

describe('a password hash', () => {
  it('is argon2id with the parameters of OWASP and a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('山高月小水落石出有鹤'),
      hashPassword('山高月小水落石出有鹤'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, '山高月小水落石出有鹤')).toBe(true);
    expect(await isPassword(one, '山高月小水落石出有鸡')).toBe(false);
  });

  it('is the same for full-width letters', async () => {
    expect(await isPassword(await hashPassword('ｃａｎａｌ ｂｏａｔ 77'), 'canal boat 77')).toBe(true);
  });

  it('is to be made anew where its parameters are not those of today', async () => {
    expect(needsRehash(await hashPassword('x'))).toBe(false);
    expect(
      needsRehash(await hash('x', { algorithm: 2, memoryCost: 4096, timeCost: 3, parallelism: 1 })),
    ).toBe(true);
    expect(
      needsRehash(await hash('x', { algorithm: 1, memoryCost: 19456, timeCost: 2, parallelism: 1 })),
    ).toBe(true);
  });
});
