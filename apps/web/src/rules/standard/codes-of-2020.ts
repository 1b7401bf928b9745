import type { Standard } from './standard-query.ts';

/** For each class of 2023 the codes that it had in 2020: several where classes were put together. */
export function codesOf2020({ landUseClasses, toScheme2023 }: Standard): ReadonlyMap<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { code } of landUseClasses(2020)) {
    const now = toScheme2023(code);
    if (now !== undefined) codes.set(now, [...(codes.get(now) ?? []), code]);
  }
  return codes;
}
