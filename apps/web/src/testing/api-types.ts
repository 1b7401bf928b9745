import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, startServer } from '@tuheng/server';
import { openDatabase } from '@tuheng/store';
import openapiTS, { astToString } from 'openapi-typescript';

/** Where the types of the server's API are kept. */
export const apiTypesFile = new URL('../api/schema.ts', import.meta.url);

/** The types of the server's API, from the OpenAPI document that a server makes of its routes. */
export async function apiTypes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuheng-api-'));
  const database = await openDatabase({ folder: join(folder, 'data') });
  const settings = {
    ...defaultSettings,
    port: 0,
    folder: join(folder, 'server'),
    logLevel: 'silent',
  } as const;
  const { address, stop } = await startServer(database, settings);
  try {
    const document = await (await fetch(`${address}/api/openapi.json`)).json();
    const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
    return `/* Made by \`npm run api-client\` from the server's OpenAPI document. */\n${types}`;
  } finally {
    await stop();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
