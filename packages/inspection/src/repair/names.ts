import { landUseClass, surveyName, zoneClass } from '@tuheng/standard';
import type { ColumnDraft } from './column-draft.ts';
import type { LayerDraft } from './layer-draft.ts';

interface CodedName {
  readonly code: string;
  readonly name: string;
  readonly nameOf: (code: string) => string | undefined;
  /** Whether a name stands for another code: then it is not known which of the two is meant. */
  readonly isOther?: (name: string) => boolean;
}

const coded: readonly CodedName[] = [
  { code: 'DLBM', name: 'DLMC', nameOf: (code) => surveyName(code) },
  { code: 'YDYHFLDM', name: 'YDYHFLMC', nameOf: (code) => landUseClass(code, 2023)?.name },
  {
    code: 'GHFQDM',
    name: 'GHFQMC',
    nameOf: (code) => zoneClass(code)?.name,
    // The names of zones are surer than their numbers (standards.md §2.6).
    isOther: (name) => zoneClass(name) !== undefined,
  },
];

/**
 * From this share of a layer's names on that do not fit their codes, the codes may be those of another scheme (2020 for 2023), and the
 * names right.
 */
const MOST_WRONG = 0.2;

/** Writes the name a valid code has where the name is missing or another one. */
export function nameByCode(columns: ColumnDraft, shapes: LayerDraft): void {
  const { layer } = columns;
  for (const { code, name, nameOf, isOther } of coded) {
    if (!layer.hasField(code) || !layer.hasField(name)) continue;
    const wrong: { readonly f: number; readonly own: string; readonly right: string }[] = [];
    let judged = 0;
    for (let f = 0; f < layer.count; f++) {
      const right = nameOf(layer.text(code, f) ?? '');
      if (right === undefined) continue;
      judged++;
      const own = layer.text(name, f)?.trim() ?? '';
      if (own !== right) wrong.push({ f, own, right });
    }
    const written = wrong.filter(({ own }) => own !== '').length;
    if (written > MOST_WRONG * judged && written > 1) {
      for (const { f } of wrong)
        shapes.refuse('name-by-code', f, '整层的名称与编码大多不符，可能是编码版本不同，不能按编码改名称。');
      continue;
    }
    for (const { f, own, right } of wrong) {
      if (own !== '' && isOther?.(own)) {
        shapes.refuse('name-by-code', f, `${name}“${own}”是另一个分区的名称，编码和名称哪个对由人决定。`);
      } else {
        columns.setText(
          'name-by-code',
          name,
          f,
          right,
          `${name} 按编码 ${layer.text(code, f)} 改为“${right}”。`,
        );
      }
    }
  }
}
