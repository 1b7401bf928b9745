import { describe, expect, it } from 'vitest';
import { domainOf } from './domains.ts';

describe('domainOf', () => {
  it('knows the values of standards.md §2.4.5 in the order of their codes', () => {
    expect(domainOf('GDPDJB')?.entries?.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5']);
    expect(domainOf('ZZSXDM')?.entries).toContainEqual({ code: 'LS', name: '种植粮食作物' });
  });

  it('is undefined for a field without a list', () => {
    expect(domainOf('MJ')).toBeUndefined();
  });
});
