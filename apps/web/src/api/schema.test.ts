import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { apiTypes, apiTypesFile } from '../testing/api-types.ts';

it('is what the server says today (otherwise: npm run api-client)', async () => {
  expect(await readFile(apiTypesFile, 'utf8')).toBe(await apiTypes());
});
