/**
 * Writes `apps/web/src/api/schema.ts`, the types of the server's API, from the OpenAPI document that the server makes of its routes.
 * A test says when it is out of date. Run by `npm run api-client`.
 */
import { writeFile } from 'node:fs/promises';
import { apiTypes, apiTypesFile } from '../apps/web/src/testing/api-types.ts';

await writeFile(apiTypesFile, await apiTypes());
console.log(apiTypesFile.pathname);
