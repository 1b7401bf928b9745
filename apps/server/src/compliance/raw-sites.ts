import type { App } from '../app.ts';
import { Problem } from '../problems/problem.ts';

/** Bytes: a site's own limit, and room for the JSON around it. */
export const SITE_BODY = 12 * 1024 * 1024;

/** What a site may come in as it is; its format is told by its bytes. */
export const rawSiteTypes = [
  'application/geo+json',
  'text/plain',
  'application/zip',
  'application/octet-stream',
];

/** The description of a body that is a site as it is. */
export const rawSiteContent = Object.fromEntries(
  rawSiteTypes.map((type) => [type, { schema: { description: '用地文件原样' } }]),
);

/** Lets the routes of a scope take sites as they are. */
export function takeRawSites(scope: App): void {
  scope.addContentTypeParser(
    rawSiteTypes,
    { parseAs: 'buffer', bodyLimit: SITE_BODY },
    (_request, body, done) => done(null, body),
  );
}

/** A value of a request for a site that cannot be taken. */
export function invalid(at: string, message: string): Problem {
  return new Problem('server.invalid-request', { invalid: [{ at, message }] });
}
