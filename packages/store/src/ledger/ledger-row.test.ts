import { describe, expect, it } from 'vitest';
import { digestOf } from './algorithm.ts';
import { hashOf, isLedgerRow, lineOf, nextRow } from './ledger-row.ts';
import { someContent } from './testing.ts';

describe('digestOf', () => {
  it('gives the example of GB/T 32905 for SM3, and that of FIPS 180-4 for SHA-256', () => {
    expect(digestOf('sm3', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(digestOf('sha256', 'abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('a row of the ledger', () => {
  it('is hashed over the bytes that docs/ledger.md names', () => {
    const row = nextRow(undefined, { ...someContent, reason: '首次入库 "2026"\n' });
    expect(row.prevHash).toBe(digestOf('sm3', '["tuheng.ledger/1","plan:230882"]'));
    expect(row.hash).toBe(
      digestOf(
        'sm3',
        `["tuheng.ledger/1","plan:230882",1,"2026-11-25T08:30:00.123456Z","王工","10.1.2.3","plan.import","230882@1",null,"${'ab'.repeat(32)}","首次入库 \\"2026\\"\\n","sm3","${row.prevHash}"]`,
      ),
    );
  });

  it('has another hash under another algorithm, and says under which', () => {
    const row = nextRow(undefined, { ...someContent, algorithm: 'sha256' });
    expect(row.hash).not.toBe(nextRow(undefined, someContent).hash);
    expect(hashOf({ ...row, algorithm: 'sm3' })).not.toBe(row.hash);
  });

  it('begins the chain of its scope with a value of that scope', () => {
    const other = nextRow(undefined, { ...someContent, scope: 'accounts' });
    expect(other.prevHash).not.toBe(nextRow(undefined, someContent).prevHash);
  });

  it('is known by its form', () => {
    const row = nextRow(undefined, someContent);
    expect(isLedgerRow(JSON.parse(lineOf(row)))).toBe(true);
    for (const wrong of [
      null,
      1,
      {},
      { ...row, seq: 0 },
      { ...row, seq: '1' },
      { ...row, before: 1 },
      { ...row, algorithm: 'md5' },
      { ...row, hash: row.hash.toUpperCase() },
    ]) {
      expect(isLedgerRow(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});
