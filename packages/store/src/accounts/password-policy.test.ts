import { describe, expect, it } from 'vitest';
import { checkPassword } from './password-policy.ts';

describe('a new password', () => {
  it.each([
    ['短', '只有 1 个字符'],
    ['elevenchars', '只有 11 个字符'],
    ['x'.repeat(257), '有 257 个字符'],
    ['aaaaaaaaaaaaaa', '不同的字符'],
    ['abababababab', '不同的字符'],
    ['wei.zhang has a horse', '含有账号名'],
    ['WEI.ZHANG2026!!', '含有账号名'],
    ['Password2026!', '常见'],
    ['P@ssw0rd12345', '常见'],
    ['admin@2026#123', '常见'],
    ['adminadminadmin', '常见'],
    ['自然资源局2026010101', '常见'],
    ['1234567890123', '顺序'],
    ['0987654321098', '顺序'],
    ['qwertyuiopasdf', '顺序'],
    ['1qaz2wsx3edc', '顺序'],
    ['abcdefabcdef', '顺序'],
  ])('is refused: %.30s', (password, why) => {
    expect(() => checkPassword(password, 'wei.zhang')).toThrow(
      expect.objectContaining({ code: 'store.weak-password', message: expect.stringContaining(why) }),
    );
  });

  it.each(['correct horse battery', '山高月小水落石出清风徐来', 'x7#mQ2!vLp9z', 'tw0 rivers & a bridge'])(
    'may be %s',
    (password) => {
      expect(() => checkPassword(password, 'wei.zhang')).not.toThrow();
    },
  );

  it('may hold a name of two letters', () => {
    expect(() => checkPassword('little li lives there', 'li')).not.toThrow();
  });
});
