import { StoreError } from '../errors.ts';

/** The form in which names are stored and compared: full-width, capital and invisible characters make no other name. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .toLowerCase();
}

/** @throws StoreError store.account-name */
export function checkedName(name: string): string {
  const normal = normalName(name);
  if (!/^\S{2,64}$/u.test(normal)) throw new StoreError('store.account-name', JSON.stringify(name));
  return normal;
}
