import { isVerified, landUseClass, surveyName, zoneClass } from '@tuheng/standard';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { oncePerValue } from '../once-per-value.ts';
import { garbled } from '../systematic/garbled-text.ts';
import { landUseScheme } from '../systematic/land-use-scheme.ts';
import type { ColumnDraft } from './column-draft.ts';

/** What to do about a name beside a code: nothing, write another, or leave it to a person. */
type Verdict =
  | { readonly kind: 'right' | 'unknown' }
  | { readonly kind: 'wrong'; readonly name: string }
  | { readonly kind: 'unsafe'; readonly reason: string };

interface CodedName {
  readonly code: string;
  readonly name: string;
  judge(code: string, name: string): Verdict;
}

/**
 * From this share of a layer's names on that do not fit their codes, the codes may be those of another list, and the names right.
 */
const MOST_WRONG = 0.2;

/**
 * Writes the name that a code has where A-04 finds another one, if that is certainly the name that is wrong: not where the name is that of
 * another zone (names of zones are surer than their numbers, standards.md §2.6) or of the code in the other edition of the land-use
 * classification, nor where most of the layer does not fit. Empty names, blanks within names and garbled text are no wrong names.
 */
export function nameByCode(columns: ColumnDraft, context: InspectionContext): void {
  if (context.effective.offReason('A-04') !== undefined) return;
  const { layer } = columns;
  for (const { code, name, judge } of codedNames(layer)) {
    if (!layer.hasField(code) || !layer.hasField(name)) continue;
    const verdictOf = oncePerValue((value: string) => oncePerValue((own: string) => judge(value, own)));
    const wrong: { readonly f: number; readonly verdict: Verdict }[] = [];
    let judged = 0;
    for (let f = 0; f < layer.count; f++) {
      const value = filled(layer, code, f);
      const own = filled(layer, name, f);
      if (value === null || own === null) continue;
      const verdict = verdictOf(value)(own);
      if (verdict.kind !== 'unknown') judged++;
      if (verdict.kind === 'wrong' || verdict.kind === 'unsafe') wrong.push({ f, verdict });
    }
    const isWhole = wrong.length > 1 && wrong.length > MOST_WRONG * judged;
    for (const { f, verdict } of wrong) {
      if (isWhole) columns.refuse('name-by-code', f, `${name} 大多与 ${code} 不符，可能是编码用了别的版本。`);
      else if (verdict.kind === 'unsafe') columns.refuse('name-by-code', f, verdict.reason);
      else if (verdict.kind === 'wrong')
        columns.setText(
          'name-by-code',
          name,
          f,
          verdict.name,
          `${name} 按编码 ${filled(layer, code, f)} 改为“${verdict.name}”。`,
        );
    }
  }
}

function codedNames(layer: InspectedLayer): CodedName[] {
  const { year } = landUseScheme(layer);
  const otherYear = year === 2023 ? 2020 : 2023;
  return [
    { code: 'DLBM', name: 'DLMC', judge: (code, name) => compare(name, surveyName(code)) },
    {
      code: 'YDYHFLDM',
      name: 'YDYHFLMC',
      judge: (code, name) => {
        const found = landUseClass(code, year);
        const verdict = compare(name, found?.name);
        if (verdict.kind !== 'wrong') return verdict;
        if (compare(name, landUseClass(code, otherYear)?.name).kind === 'right')
          return unsafe(`“${name}”是编码 ${code} 在 ${otherYear} 年版中的名称，编码用的版本由人决定。`);
        return isVerified(found!) ? verdict : unsafe(`编码 ${code} 在 ${year} 年版中的名称未核实。`);
      },
    },
    {
      code: 'GHFQDM',
      name: 'GHFQMC',
      judge: (code, name) => {
        const verdict = compare(name, zoneClass(code)?.name);
        return verdict.kind === 'wrong' && zoneClass(bare(name))
          ? unsafe(`“${name}”是另一个分区的名称，编码和名称哪个对由人决定。`)
          : verdict;
      },
    },
  ];
}

function compare(name: string, right: string | undefined): Verdict {
  if (right === undefined || garbled(name)) return { kind: 'unknown' };
  return bare(name) === bare(right) ? { kind: 'right' } : { kind: 'wrong', name: right };
}

function unsafe(reason: string): Verdict {
  return { kind: 'unsafe', reason };
}

function bare(name: string): string {
  return name.replace(/\s+/g, '');
}
