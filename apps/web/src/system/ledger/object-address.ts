/** Where the workspace shows what a row of the ledger is about; undefined where it has no page. */
export function objectAddress(object: string): string | undefined {
  const [, kind, rest = ''] = /^(\w+):(.+)$/.exec(object) ?? [];
  switch (kind) {
    case 'threshold': {
      // review/udb.fragments.minimumArea: the parameter is what follows the last point.
      const [, book, rule] = /^(\w+)\/(.+)\.[^.]+$/.exec(rest) ?? [];
      return rule === undefined ? undefined : `/rules/${book}/${rule}`;
    }
    case 'account':
      return `/system/accounts/${encodeURIComponent(rest)}`;
    case 'job':
      return `/system/jobs/${rest}`;
    case 'backup':
      return '/system/backups';
    default:
      return undefined;
  }
}
