import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garbled } from './garbled-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const as = (label: string, bytes: Uint8Array) => new TextDecoder(label).decode(bytes);

describe('garbled', () => {
  it('reads UTF-8 that was taken for GBK, a lost last byte included', () => {
    expect(garbled(as('gbk', utf8('耕地')))).toEqual({ cause: 'text.utf8-as-gbk', meant: '耕地' });
    expect(garbled(as('gbk', utf8('永久基本农田')))).toEqual({
      cause: 'text.utf8-as-gbk',
      meant: '永久基本农田',
    });
    const cut = as('gbk', utf8('水浇地'));
    expect(garbled(cut.replace(/.$/, '\ufffd'))?.cause ?? garbled(cut)?.cause).toBe('text.utf8-as-gbk');
  });

  it('reads UTF-8 that was taken for Latin-1, by Windows too', () => {
    expect(garbled(as('windows-1252', utf8('城镇')))).toEqual({
      cause: 'text.utf8-as-latin1',
      meant: '城镇',
    });
  });

  it.each(['', 'A-1', '25°C', '±0.5', 'Ménard', '30 m²', '联通', '图斑 12 号，坡度 6°', '镕鑫'])(
    'leaves %s alone',
    (text) => expect(garbled(text)).toBeUndefined(),
  );

  it('never takes Chinese names for garbled text', () => {
    const common = fc.string({
      unit: fc.constantFrom(
        ...'城镇村集中建设区弹性发展特别用途农田保护生态红线永久基本水浇旱地乔木林草园设施工业用河流湖泊沟渠演示县乡',
      ),
      maxLength: 12,
    });
    fc.assert(fc.property(common, (text) => garbled(text) === undefined));
  });

  it('is not slow on a long text', () => {
    expect(garbled('地'.repeat(1_000_000))).toBeUndefined();
  });
});
