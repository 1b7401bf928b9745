import type { ColumnDraft } from './column-draft.ts';

const LENGTH = 18;
const SERIAL = 8;

/**
 * Numbers features anew whose BSM is missing, malformed (not 18 digits) or used before: the first to hold a number keeps it. Numbers go
 * on after the largest serial of the database, with the county's code (standards.md §2.2: code (6), 0000, serial (8)).
 */
export function renumber(layers: readonly ColumnDraft[]): void {
  const used = new Set<string>();
  const wrong: { readonly columns: ColumnDraft; readonly f: number; readonly why: string }[] = [];
  const prefixes = new Map<string, number>();
  let last = 0;
  for (const columns of layers) {
    const { layer } = columns;
    if (!layer.hasField('BSM')) continue;
    for (let f = 0; f < layer.count; f++) {
      const bsm = layer.text('BSM', f)?.trim() ?? '';
      const isFormed = new RegExp(`^\\d{${LENGTH}}$`).test(bsm);
      if (isFormed) {
        last = Math.max(last, Number(bsm.slice(-SERIAL)));
        prefixes.set(bsm.slice(0, 6), (prefixes.get(bsm.slice(0, 6)) ?? 0) + 1);
      }
      if (isFormed && !used.has(bsm)) used.add(bsm);
      else
        wrong.push({
          columns,
          f,
          why: bsm === '' ? '缺少标识码' : isFormed ? '标识码重复' : '标识码不是 18 位数字',
        });
    }
  }
  const county = [...prefixes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
  for (const { columns, f, why } of wrong) {
    const code = county ?? columns.layer.text('XZQDM', f)?.slice(0, 6);
    if (!code || last + 1 >= 10 ** SERIAL) continue;
    const bsm = `${code}0000${String(++last).padStart(SERIAL, '0')}`;
    columns.setText('bsm', 'BSM', f, bsm, `${why}，改编为 ${bsm}。`);
  }
}
