/** Where the ledger tells of the settings of one parameter in a region. */
export function ledgerOfThreshold(region: string, book: string, rule: string, parameter: string): string {
  const search = new URLSearchParams({
    region,
    scope: `region:${region}`,
    q: `threshold:${book}/${rule}.${parameter}`,
  });
  return `/system/ledger?${search}`;
}
