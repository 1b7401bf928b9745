import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { CodeTable } from './code-table.tsx';
import { codesOf2020 } from './codes-of-2020.ts';
import style from './standard.module.css';
import type { Standard } from './standard-query.ts';
import { Swatch } from './swatch.tsx';
import { standardWords } from './words.ts';

/** The land-use classes of 2023 with the national colours. */
export function LandUseTable({ standard }: { readonly standard: Standard }) {
  const words = useWords(standardWords);
  const codes = codesOf2020(standard);
  const groupOf = (code: string): string => {
    const found = standard.landUseGroup(code, 2023);
    if (!found) return words.depends;
    return standard.isConstructionGroup(found.group) ? words.yes : '';
  };
  return (
    <CodeTable
      label={words.lists['land-use']}
      rows={standard.landUseClasses(2023)}
      textOf={({ code, name, source }) => [code, name, source, ...(codes.get(code) ?? [])].join('\n')}
      columns={[
        {
          key: 'code',
          title: words.code,
          width: 110,
          cell: ({ code, hex }) => (
            <>
              <Swatch hex={hex} /> <code className={style.code}>{code}</code>
            </>
          ),
        },
        {
          key: 'name',
          title: words.name,
          width: 200,
          grow: 2,
          cell: ({ name, level }) => (
            <span style={{ paddingLeft: (level - 1) * 18, fontWeight: level === 1 ? 600 : 400 }}>{name}</span>
          ),
        },
        {
          key: 'rgb',
          title: words.colour,
          unit: 'RGB',
          width: 110,
          cell: ({ rgb }) => <code className={style.code}>{rgb.join(' ')}</code>,
        },
        { key: 'group', title: words.group, width: 90, cell: ({ code }) => groupOf(code) },
        {
          key: '2020',
          title: words.codes2020,
          width: 130,
          grow: 1,
          cell: ({ code }) => <code className={style.code}>{codes.get(code)?.join(' ') ?? '—'}</code>,
        },
        {
          key: 'confidence',
          title: words.confidence,
          width: 130,
          cell: ({ confidence }) => <ConfidenceMark confidence={confidence} />,
        },
        { key: 'source', title: words.source, width: 170, grow: 1, cell: ({ source }) => source },
      ]}
    />
  );
}
