/** The columns of the table below. */
export const people = [
  'stranger',
  'public',
  'neighbour',
  'township',
  'limited',
  'county',
  'administrator',
] as const;

/**
 * - `sign-in`: asked to sign in, or the secret is none
 * - `no`: refused
 * - `hidden`: answered as if the plan, collection or account did not exist
 * - `empty`: let through, and nothing of the county in the answer
 * - `shown`: something of the county is in the answer
 */
export type Outcome = 'sign-in' | 'no' | 'hidden' | 'empty' | 'shown';

/**
 * What each of `people` gets from each route about a county: the stranger, the public of the county, the bureau of another county, a township of
 * the county, a token of the county's bureau for notices only, the county's bureau, and the administrator of the whole tree. `empty` beside
 * `shown` or `hidden` is a list of one's own, which for them has nothing in it, or an answer that does not name the county.
 */
export const everyRoute: Readonly<Record<string, string>> = {
  'GET /': 'empty empty empty empty empty empty empty',
  'GET /api/openapi.json': 'empty empty empty empty empty empty empty',
  'GET /api/v1/accounts': 'sign-in empty empty empty empty empty empty',
  'POST /api/v1/accounts': 'sign-in no no no no no empty',
  'GET /api/v1/accounts/:account': 'sign-in hidden hidden hidden hidden hidden empty',
  'PUT /api/v1/accounts/:account/disabled': 'sign-in hidden hidden hidden hidden hidden empty',
  'GET /api/v1/accounts/:account/grants': 'sign-in hidden hidden hidden hidden hidden shown',
  'POST /api/v1/accounts/:account/grants': 'sign-in hidden hidden hidden hidden hidden empty',
  'DELETE /api/v1/accounts/:account/grants/:grant': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/accounts/:account/identities': 'sign-in hidden hidden hidden hidden hidden empty',
  'POST /api/v1/accounts/:account/identities': 'sign-in hidden hidden hidden hidden hidden empty',
  'DELETE /api/v1/accounts/:account/identities/:identity': 'sign-in hidden hidden hidden hidden hidden empty',
  'PUT /api/v1/accounts/:account/password': 'sign-in hidden hidden hidden hidden hidden empty',
  'DELETE /api/v1/accounts/:account/sessions': 'sign-in hidden hidden hidden hidden hidden empty',
  'GET /api/v1/accounts/:account/tokens': 'sign-in hidden hidden hidden hidden hidden empty',
  'POST /api/v1/accounts/:account/tokens': 'sign-in no no no no no no',
  'DELETE /api/v1/accounts/:account/tokens/:token': 'sign-in hidden hidden hidden hidden hidden empty',
  'GET /api/v1/backups': 'sign-in no no no no no empty',
  'POST /api/v1/backups': 'sign-in no no no no no empty',
  'DELETE /api/v1/backups/:backup': 'sign-in no no no no no empty',
  'GET /api/v1/backups/:backup': 'sign-in no no no no no empty',
  'POST /api/v1/compliance': 'sign-in hidden hidden hidden hidden empty empty',
  'POST /api/v1/first-administrator': 'no no no no no no no',
  'GET /api/v1/jobs': 'sign-in empty empty empty empty empty shown',
  'POST /api/v1/jobs': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/jobs/:job': 'sign-in empty empty empty empty empty empty',
  'POST /api/v1/jobs/:job/cancel': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/jobs/:job/events': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/jobs/:job/results': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/jobs/:job/results/:name': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/jobs/events': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/ledger': 'sign-in empty empty empty empty shown shown',
  'GET /api/v1/ledger/export': 'sign-in no no no no no shown',
  'GET /api/v1/ledger/seal': 'sign-in no no no no no shown',
  'POST /api/v1/ledger/verifications': 'sign-in no no no no no shown',
  'GET /api/v1/ledger/verifications/:verification': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/plans': 'sign-in empty empty empty empty shown shown',
  'GET /api/v1/plans/:plan': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/compare': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/compare/:layer': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/compare/:layer/shapes': 'sign-in hidden hidden hidden hidden empty empty',
  'POST /api/v1/plans/:plan/rollback': 'sign-in hidden hidden hidden hidden empty no',
  'GET /api/v1/plans/:plan/versions': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/versions/:version': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/versions/:version/export': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/versions/:version/identify': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/versions/:version/layers': 'sign-in hidden hidden hidden hidden empty empty',
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/query':
    'sign-in hidden hidden hidden hidden shown shown',
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/selection':
    'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/versions/:version/layers/:layer/selection/:selection':
    'sign-in hidden hidden hidden hidden empty empty',
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/shapes':
    'sign-in hidden hidden hidden hidden empty empty',
  'GET /api/v1/plans/:plan/versions/:version/statistics': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/versions/:version/style': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/versions/:version/tiles/:layers':
    'sign-in hidden hidden hidden hidden shown shown',
  'GET /api/v1/plans/:plan/versions/:version/tiles/:layers/:z/:x/:y.mvt':
    'sign-in hidden hidden hidden hidden shown shown',
  'POST /api/v1/recovery': 'no no no no no no no',
  'GET /api/v1/regions': 'sign-in empty empty shown empty shown shown',
  'GET /api/v1/roles': 'sign-in empty empty empty empty empty empty',
  'DELETE /api/v1/session': 'empty empty empty empty empty empty empty',
  'GET /api/v1/session': 'sign-in shown empty shown shown shown empty',
  'POST /api/v1/session': 'sign-in sign-in sign-in sign-in sign-in sign-in sign-in',
  'PUT /api/v1/session/password': 'sign-in sign-in sign-in sign-in sign-in sign-in sign-in',
  'GET /api/v1/sign-on': 'empty empty empty empty empty empty empty',
  'GET /api/v1/sign-on/provider': 'empty empty empty empty empty empty empty',
  'GET /api/v1/sign-on/return': 'empty empty empty empty empty empty empty',
  'GET /api/v1/uploads': 'sign-in empty empty empty empty empty empty',
  'OPTIONS /api/v1/uploads': 'empty empty empty empty empty empty empty',
  'POST /api/v1/uploads': 'sign-in no empty no no empty empty',
  'DELETE /api/v1/uploads/:upload': 'sign-in empty empty empty empty empty empty',
  'GET /api/v1/uploads/:upload': 'sign-in empty empty empty empty empty empty',
  'PATCH /api/v1/uploads/:upload': 'sign-in empty empty empty empty empty empty',
  'GET /first-administrator': 'empty empty empty empty empty empty empty',
  'GET /health/live': 'empty empty empty empty empty empty empty',
  'GET /health/ready': 'empty empty empty empty empty empty empty',
  'GET /maintenance': 'empty empty empty empty empty empty empty',
  'GET /maintenance/*': 'empty empty empty empty empty empty empty',
  'GET /map': 'empty empty empty empty empty empty empty',
  'GET /map/*': 'empty empty empty empty empty empty empty',
  'GET /mark.svg': 'empty empty empty empty empty empty empty',
  'GET /metrics': 'sign-in no no no no no empty',
  'GET /ogc': 'empty empty empty empty empty empty empty',
  'GET /ogc/': 'empty empty empty empty empty empty empty',
  'GET /ogc/api': 'shown shown shown shown shown shown shown',
  'GET /ogc/collections': 'sign-in empty empty empty empty shown shown',
  'GET /ogc/collections/:collectionId': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/collections/:collectionId/items': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/collections/:collectionId/items/:featureId': 'sign-in hidden hidden hidden hidden empty empty',
  'GET /ogc/collections/:collectionId/queryables': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/collections/:collectionId/tiles': 'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId':
    'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId/:z/:y/:x':
    'sign-in hidden hidden hidden hidden shown shown',
  'GET /ogc/conformance': 'empty empty empty empty empty empty empty',
  'GET /ogc/tileMatrixSets': 'empty empty empty empty empty empty empty',
  'GET /ogc/tileMatrixSets/:tileMatrixSetId': 'empty empty empty empty empty empty empty',
  'GET /problems': 'empty empty empty empty empty empty empty',
  'GET /problems/:code': 'empty empty empty empty empty empty empty',
  'GET /recover': 'empty empty empty empty empty empty empty',
  'GET /rules': 'empty empty empty empty empty empty empty',
  'GET /rules/*': 'empty empty empty empty empty empty empty',
  'GET /secret-link.js': 'empty empty empty empty empty empty empty',
  'GET /style.css': 'empty empty empty empty empty empty empty',
  'GET /system': 'empty empty empty empty empty empty empty',
  'GET /system/*': 'empty empty empty empty empty empty empty',
};
